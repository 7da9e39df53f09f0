package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.error.InvalidResponse;
import com.servistech.erp.sdk.internal.http.Reply;
import com.servistech.erp.sdk.internal.json.JsonText;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sign-in or a refresh gave.
 *
 * @param renewAt from when on the access token should be replaced: half a minute before its end, or at half its life
 */
record Tokens(String access, Optional<String> refresh, Instant renewAt) {

    private static final long MARGIN_SECONDS = 30;

    static Tokens read(Reply reply, Instant now) {
        JsonView answer = JsonText.object(reply.body())
                .map(JsonView::of)
                .orElseThrow(() -> new InvalidResponse("the answer to the sign-in is not a JSON object"));
        long seconds = answer.integer("expiresIn");
        return new Tokens(
                answer.string("accessToken"),
                answer.optional("refreshToken", answer::string),
                now.plusSeconds(Math.max(seconds - MARGIN_SECONDS, seconds / 2)));
    }

    /** A server that does not rotate answers without a refresh token: the old one then stays. */
    Tokens orRefreshOf(Tokens before) {
        return refresh.isPresent() ? this : new Tokens(access, before.refresh, renewAt);
    }

    @Override
    public String toString() {
        return "Tokens[until " + renewAt + "]";
    }
}
