package com.servistech.erp.sdk;

import com.servistech.erp.sdk.internal.auth.KeySession;
import com.servistech.erp.sdk.internal.auth.SignInSession;
import com.servistech.erp.sdk.internal.auth.TokenSource;
import com.servistech.erp.sdk.internal.http.Exchange;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** Who calls. Its text never shows a secret. */
public final class Credentials {

    private interface Kind {
        TokenSource open(Exchange transport, URI auth, Clock clock);
    }

    private final String name;
    private final Kind kind;

    private Credentials(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /**
     * A person. The client signs in at the first call, refreshes before the access token ends or when it is refused,
     * and signs in again when the refresh is refused; many threads share one sign-in.
     */
    public static Credentials signIn(String email, String password) {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(password, "password");
        return new Credentials(
                "signIn(" + email + ")",
                (transport, auth, clock) -> new SignInSession(transport, auth, email, password, clock));
    }

    /**
     * A program with the key of a service account. The client asks for an access token at the first call, and for the
     * next one before it ends or when it is refused; many threads share one.
     */
    public static Credentials apiKey(String key) {
        Objects.requireNonNull(key, "key");
        return new Credentials("apiKey(***)", (transport, auth, clock) -> new KeySession(transport, auth, key, clock));
    }

    /** An access token that the program got elsewhere; it is sent as it is and never replaced. */
    public static Credentials token(String token) {
        Optional<String> given = Optional.of(token);
        return new Credentials("token(***)", (transport, auth, clock) -> TokenSource.fixed(given));
    }

    /** Nobody: requests go out without a token. */
    public static Credentials none() {
        return new Credentials("none()", (transport, auth, clock) -> TokenSource.fixed(Optional.empty()));
    }

    TokenSource open(Exchange transport, URI auth, Clock clock) {
        return kind.open(transport, auth, clock);
    }

    @Override
    public String toString() {
        return "Credentials." + name;
    }
}
