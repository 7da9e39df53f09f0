package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Work;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody knew a person's password. Prints nothing of it.
 *
 * @param version of the person's tokens when the hash was looked up: with a newer one it may be another password by now
 * @param kept the hash that it was compared with
 * @param renewed a better hash of it, when the kept one is of another cost than today's
 */
public record RightPassword(Email email, UUID userId, int version, String kept, Optional<String> renewed) {

    /** In the transaction that follows, before anything else of it locks the person's row. */
    void passed(Work work) {
        new LoginThrottle(work).succeeded(email);
        renewed.ifPresent(better -> work.sql().call("select erp.renew_password_hash(?, ?, ?)", userId, kept, better));
    }

    @Override
    public String toString() {
        return "RightPassword[" + userId + "]";
    }
}
