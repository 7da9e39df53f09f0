package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.internal.http.Call;
import com.servistech.erp.sdk.internal.http.Deadline;
import com.servistech.erp.sdk.internal.http.Exchange;
import com.servistech.erp.sdk.internal.http.Reply;
import com.servistech.erp.sdk.internal.json.JsonText;
import java.io.IOException;
import java.util.Optional;

/** Gives each request its token, and a refused token one successor. */
public final class Authorizing implements Exchange {

    /** The caller typed a wrong password (change of password): a new token would repeat the mistake, not mend it. */
    private static final String WRONG_PASSWORD = "auth.invalid-credentials";

    private final Exchange next;
    private final TokenSource tokens;

    public Authorizing(Exchange next, TokenSource tokens) {
        this.next = next;
        this.tokens = tokens;
    }

    @Override
    public Reply send(Call call, Deadline deadline) throws IOException, InterruptedException {
        if (call.anonymous() || call.authorized()) {
            return next.send(call, deadline);
        }
        try {
            Optional<String> token = tokens.token(deadline);
            if (token.isEmpty()) {
                return next.send(call, deadline);
            }
            Reply reply = next.send(call.withBearer(token.get()), deadline);
            if (reply.status() != 401
                    || JsonText.code(reply.body())
                            .filter(WRONG_PASSWORD::equals)
                            .isPresent()) {
                return reply;
            }
            Optional<String> other = tokens.insteadOf(token.get(), deadline);
            return other.isEmpty() ? reply : next.send(call.withBearer(other.get()), deadline);
        } catch (SignInRefused e) {
            return e.reply();
        }
    }
}
