package com.servistech.erp;

import com.servistech.erp.identity.Bearer;
import com.servistech.erp.identity.PasswordAttempt;
import com.servistech.erp.identity.RightPassword;
import com.servistech.erp.identity.SignedIn;
import com.servistech.erp.identity.Standing;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.UserCaller;
import java.util.Optional;

/**
 * Where people come in. A password takes long to judge and a failure must stay counted, so these procedures are several
 * short transactions, with none open while the password is hashed; everything else of identity happens inside one.
 */
public final class Entrance {

    private final Erp erp;
    private final Adapters adapters;

    Entrance(Erp erp, Adapters adapters) {
        this.erp = erp;
        this.adapters = adapters;
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
        Erp.Door door = erp.outside(new PublicCaller("sign-in", origin));
        PasswordAttempt attempt = door.write(s -> s.identity().attemptSignIn(email, password));
        RightPassword right = judged(door, attempt, password);
        return door.write(s -> s.identity().signIn(right));
    }

    /**
     * Changes the caller's own password and ends all their sessions.
     *
     * @throws com.servistech.erp.error.Invalid {@code password.wrong} at {@code /currentPassword}, or what is wrong with
     *     the new one at {@code /newPassword}
     * @throws com.servistech.erp.error.TooMany {@code auth.too-many-attempts}: whoever finds a browser left open cannot
     *     guess on
     */
    public void changePassword(UserCaller caller, String current, String next) {
        Erp.Door door = erp.outside(caller);
        PasswordAttempt attempt = door.write(s -> s.identity().attemptChange(current, next));
        RightPassword right = judged(door, attempt, current);
        String hash = adapters.passwords().of(next);
        door.write(s -> {
            s.identity().changePassword(right, hash);
            return null;
        });
    }

    /**
     * Whom an access token speaks for now: a good token, of the person's newest version, of a session that goes on. A
     * change of password or role, a sign-out and a disabled person are seen here within seconds.
     *
     * @throws com.servistech.erp.error.Unavailable when neither the cache nor the database can be asked
     */
    public Optional<Bearer> bearer(Origin origin, String accessToken) {
        return adapters.tokens()
                .verify(accessToken)
                .filter(bearer -> standing(origin, bearer).admits(bearer));
    }

    private Standing standing(Origin origin, Bearer bearer) {
        return adapters.standings().find(bearer.userId(), bearer.session()).orElseGet(() -> {
            Standing standing = erp.outside(new PublicCaller("access", origin))
                    .read(s -> s.identity().standing(bearer));
            adapters.standings().remember(bearer.userId(), bearer.session(), standing);
            return standing;
        });
    }

    private static RightPassword judged(Erp.Door door, PasswordAttempt attempt, String password) {
        return attempt.judge(password)
                .orElseThrow(
                        () -> door.record(attempt.refusal(), s -> s.identity().failed(attempt)));
    }
}
