package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.internal.http.Deadline;
import com.servistech.erp.sdk.internal.http.Exchange;
import com.servistech.erp.sdk.internal.http.Reply;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** A person's session: signs in when first needed, refreshes before the end, signs in again if that is refused. */
public final class SignInSession implements TokenSource {

    private final AuthCalls auth;
    private final JsonObject credentials;
    private final Clock clock;
    private final SingleFlight<Tokens> flight = new SingleFlight<>();

    /** @param auth the address under which {@code login} and {@code refresh} are, ending in a slash */
    public SignInSession(Exchange transport, URI auth, String email, String password, Clock clock) {
        this.auth = new AuthCalls(transport, auth);
        this.credentials = Body.of("email", email, "password", password);
        this.clock = clock;
    }

    @Override
    public Optional<String> token(Deadline deadline) throws IOException, InterruptedException, SignInRefused {
        Tokens tokens = flight.valueUnless(held -> !clock.instant().isBefore(held.renewAt()), deadline, this::renewed);
        return Optional.of(tokens.access());
    }

    @Override
    public Optional<String> insteadOf(String refused, Deadline deadline)
            throws IOException, InterruptedException, SignInRefused {
        Tokens tokens = flight.valueUnless(held -> held.access().equals(refused), deadline, this::renewed);
        return Optional.of(tokens.access());
    }

    private Tokens renewed(Optional<Tokens> held, Deadline deadline)
            throws IOException, InterruptedException, SignInRefused {
        Optional<String> refresh = held.flatMap(Tokens::refresh);
        if (refresh.isPresent()) {
            Reply reply = auth.post("refresh", Body.of("refreshToken", refresh.get()), deadline);
            if (reply.successful()) {
                return Tokens.read(reply, clock.instant()).orRefreshOf(held.get());
            }
            if (reply.status() == 429 || reply.status() >= 500) {
                throw new SignInRefused(reply);
            }
        }
        Reply reply = auth.post("login", credentials, deadline);
        if (!reply.successful()) {
            throw new SignInRefused(reply);
        }
        return Tokens.read(reply, clock.instant());
    }
}
