package com.servistech.erp.identity;

import com.servistech.erp.error.ErpException;
import com.servistech.erp.tenancy.RefusalNote;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a password is somebody's: counted before it is looked at, hashed while no transaction is open, and the same
 * work whether the address is known or not.
 */
final class PasswordCheck {

    /**
     * A right password.
     *
     * @param version of the person's tokens when the password was looked up: a newer one means that it may be another
     *     password by now
     * @param renewed a better hash of the password, when the kept one is of an older cost
     */
    record Right(UUID userId, int version, String kept, Optional<String> renewed) {
        @Override
        public String toString() {
            return "Right[" + userId + "]";
        }
    }

    private record Attempt(int failed, Optional<Kept> kept) {}

    private record Kept(UUID userId, String hash, int version) {
        static Kept of(Sql.Row row) {
            return new Kept(row.uuid("user_id"), row.text("password_hash"), row.integer("token_version"));
        }
    }

    private final UnitOfWork unit;
    private final PasswordHash passwords;

    PasswordCheck(UnitOfWork unit, PasswordHash passwords) {
        this.unit = unit;
        this.passwords = passwords;
    }

    /**
     * @param what is tried, for the audit
     * @param refusal what a wrong password is answered with
     * @throws com.servistech.erp.error.TooMany {@code auth.too-many-attempts}
     * @throws com.servistech.erp.error.Refused {@code auth.password-too-long}
     */
    Right check(String what, Email email, String password, ErpException refusal) {
        Passwords.refuseEndless(password);
        Attempt attempt = unit.write(work -> begin(work, email));
        Optional<Kept> kept = attempt.kept();
        boolean right =
                kept.isPresent() ? passwords.matches(password, kept.get().hash()) : passwords.matchesNobody(password);
        if (!right) {
            UUID whom = kept.map(Kept::userId).orElse(null);
            String detail = "Wrong address or password, " + attempt.failed() + " in a row";
            throw unit.record(refusal, work -> new RefusalNote(what, whom, refusal.code(), detail).writeIn(work));
        }
        Kept good = kept.orElseThrow();
        Optional<String> renewed =
                passwords.outdated(good.hash()) ? Optional.of(passwords.of(password)) : Optional.empty();
        return new Right(good.userId(), good.version(), good.hash(), renewed);
    }

    /** In the transaction that follows a right password, before anything else locks the person's row. */
    static void passed(Work work, Email email, Right right) {
        new LoginThrottle(work).succeeded(email);
        right.renewed()
                .ifPresent(better -> work.sql()
                        .call("select erp.renew_password_hash(?, ?, ?)", right.userId(), right.kept(), better));
    }

    private static Attempt begin(Work work, Email email) {
        int failed = new LoginThrottle(work).begin(email);
        Optional<Kept> kept = email.wellFormed()
                ? work.sql().first(Kept::of, "select * from erp.sign_in(?)", email.text())
                : Optional.empty();
        return new Attempt(failed, kept);
    }
}
