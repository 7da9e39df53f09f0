package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Caller;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Transactions;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.UserCaller;
import java.time.Clock;
import java.util.Optional;

/**
 * Where people come in. A password takes long to check and a failure must stay counted, so these acts open their own
 * short transactions and hold none while they hash; everything else of identity is {@link Identity}, inside one.
 */
public final class Entrance {

    private final Transactions transactions;
    private final Clock clock;
    private final PasswordHash passwords;
    private final AccessTokens tokens;
    private final StandingCache cache;

    public Entrance(
            Transactions transactions, Clock clock, PasswordHash passwords, AccessTokens tokens, StandingCache cache) {
        this.transactions = transactions;
        this.clock = clock;
        this.passwords = passwords;
        this.tokens = tokens;
        this.cache = cache;
    }

    /**
     * Begins a session.
     *
     * @throws com.servistech.erp.error.Unauthenticated {@code auth.invalid-credentials}, the same for an unknown
     *     address, somebody disabled and a wrong password
     * @throws com.servistech.erp.error.TooMany {@code auth.too-many-attempts}
     * @throws com.servistech.erp.error.Refused {@code auth.password-too-long}
     */
    public SignedIn signIn(Origin origin, String email, String password) {
        return new SignIn(unit(new PublicCaller(SignIn.WHAT, origin)), passwords, tokens).signIn(email, password);
    }

    /**
     * Changes the caller's own password and ends all their sessions.
     *
     * @throws com.servistech.erp.error.Invalid {@code password.wrong} at {@code /currentPassword}, or what is wrong with
     *     the new one at {@code /newPassword}
     * @throws com.servistech.erp.error.TooMany {@code auth.too-many-attempts}: whoever finds a signed-in browser cannot
     *     guess on
     */
    public void changePassword(UserCaller caller, String current, String next) {
        new ChangePassword(unit(caller), passwords, cache).change(current, next);
    }

    /**
     * Whom an access token speaks for now: a good token, of the person's newest version, of a session that goes on. A
     * change of password or role, a sign-out and a disabled person are seen here within seconds.
     *
     * @throws com.servistech.erp.error.Unavailable when neither the cache nor the database can be asked
     */
    public Optional<Bearer> bearer(Origin origin, String accessToken) {
        return tokens.verify(accessToken)
                .filter(bearer -> standing(origin, bearer).admits(bearer));
    }

    private Standing standing(Origin origin, Bearer bearer) {
        return cache.find(bearer.userId(), bearer.session()).orElseGet(() -> {
            Standing standing = unit(new PublicCaller("access", origin))
                    .read(work -> work.sql()
                            .first(
                                    row -> new Standing(row.integer("token_version"), row.bool("session_open")),
                                    "select * from erp.standing(?, ?, ?)",
                                    bearer.userId(),
                                    bearer.session(),
                                    work.now())
                            .orElseThrow());
            cache.remember(bearer.userId(), bearer.session(), standing);
            return standing;
        });
    }

    private UnitOfWork unit(Caller caller) {
        return new UnitOfWork(transactions, clock, caller, new Scope.Nothing());
    }
}
