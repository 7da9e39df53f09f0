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

/** A program's access: asks with its key when first needed, before the end, and when a token is refused. */
public final class KeySession implements TokenSource {

    private final AuthCalls auth;
    private final JsonObject key;
    private final Clock clock;
    private final SingleFlight<Tokens> flight = new SingleFlight<>();

    /** @param auth the address under which {@code token} is, ending in a slash */
    public KeySession(Exchange transport, URI auth, String key, Clock clock) {
        this.auth = new AuthCalls(transport, auth);
        this.key = Body.of("apiKey", key);
        this.clock = clock;
    }

    @Override
    public Optional<String> token(Deadline deadline) throws IOException, InterruptedException, SignInRefused {
        Tokens tokens = flight.valueUnless(held -> !clock.instant().isBefore(held.renewAt()), deadline, this::next);
        return Optional.of(tokens.access());
    }

    @Override
    public Optional<String> insteadOf(String refused, Deadline deadline)
            throws IOException, InterruptedException, SignInRefused {
        Tokens tokens = flight.valueUnless(held -> held.access().equals(refused), deadline, this::next);
        return Optional.of(tokens.access());
    }

    private Tokens next(Optional<Tokens> held, Deadline deadline)
            throws IOException, InterruptedException, SignInRefused {
        Reply reply = auth.post("token", key, deadline);
        if (!reply.successful()) {
            throw new SignInRefused(reply);
        }
        return Tokens.read(reply, clock.instant());
    }
}
