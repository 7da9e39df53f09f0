package com.servistech.erp.identity;

import com.servistech.erp.error.ErpException;
import com.servistech.erp.tenancy.RefusalNote;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;
import java.util.UUID;

/** A password about to be judged. It is counted as wrong already, so that many at once are no more than one by one. */
public final class PasswordAttempt {

    private record Kept(UUID userId, String hash, int version) {
        static Kept of(Sql.Row row) {
            return new Kept(row.uuid("user_id"), row.text("password_hash"), row.integer("token_version"));
        }
    }

    private final PasswordHash passwords;
    private final String what;
    private final Email email;
    private final int failed;
    private final Optional<Kept> kept;
    private final ErpException refusal;

    private PasswordAttempt(
            PasswordHash passwords, String what, Email email, int failed, Optional<Kept> kept, ErpException refusal) {
        this.passwords = passwords;
        this.what = what;
        this.email = email;
        this.failed = failed;
        this.kept = kept;
        this.refusal = refusal;
    }

    /**
     * @param what is attempted, for the audit
     * @param refusal of a wrong password
     * @throws com.servistech.erp.error.TooMany {@code auth.too-many-attempts}
     */
    static PasswordAttempt begin(Work work, PasswordHash passwords, String what, Email email, ErpException refusal) {
        int failed = new LoginThrottle(work).begin(email);
        Optional<Kept> kept = email.wellFormed()
                ? work.sql().first(Kept::of, "select * from erp.sign_in(?)", email.text())
                : Optional.empty();
        return new PasswordAttempt(passwords, what, email, failed, kept, refusal);
    }

    /**
     * Hashes, which takes a while: no transaction should be open. The work is the same whether the address is known.
     *
     * @return nothing for a wrong password
     * @throws com.servistech.erp.error.Unavailable {@code auth.busy}
     */
    public Optional<RightPassword> judge(String password) {
        boolean right =
                kept.isPresent() ? passwords.matches(password, kept.get().hash()) : passwords.matchesNobody(password);
        return right ? kept.map(good -> right(good, password)) : Optional.empty();
    }

    /** What a wrong password is answered with. */
    public ErpException refusal() {
        return refusal;
    }

    RefusalNote note() {
        return new RefusalNote(
                what,
                kept.map(Kept::userId).orElse(null),
                refusal.code(),
                "Wrong address or password, " + failed + " in a row");
    }

    private RightPassword right(Kept good, String password) {
        Optional<String> renewed =
                passwords.outdated(good.hash()) ? Optional.of(passwords.of(password)) : Optional.empty();
        return new RightPassword(email, good.userId(), good.version(), good.hash(), renewed);
    }
}
