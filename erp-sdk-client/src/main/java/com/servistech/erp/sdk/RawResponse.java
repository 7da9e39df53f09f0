package com.servistech.erp.sdk;

import com.servistech.erp.sdk.error.InvalidResponse;
import com.servistech.erp.sdk.internal.http.Outcome;
import com.servistech.erp.sdk.internal.json.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer as it came. Immutable. */
public final class RawResponse {

    private final String request;
    private final Outcome outcome;
    private final String idempotencyKey;

    RawResponse(String request, Outcome outcome, Optional<String> idempotencyKey) {
        this.request = request;
        this.outcome = outcome;
        this.idempotencyKey = idempotencyKey.orElse(null);
    }

    public int status() {
        return outcome.reply().status();
    }

    public Map<String, List<String>> headers() {
        return outcome.reply().headers().map();
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return outcome.reply().headers().firstValue(name);
    }

    /** The body as JSON, {@link JsonValue#NULL} if there is none; fails if it is something else than JSON. */
    public JsonValue body() {
        if (outcome.reply().body().length == 0) {
            return JsonValue.NULL;
        }
        try {
            return JsonText.parse(outcome.reply().body());
        } catch (JsonException e) {
            throw unreadable("is not JSON", e);
        }
    }

    /** The body as a JSON object; fails if it is something else. */
    public JsonObject object() {
        if (body() instanceof JsonObject object) {
            return object;
        }
        throw unreadable("is not a JSON object", null);
    }

    /** The body as a JSON object with typed access; fails if it is something else. */
    public JsonView view() {
        return JsonView.of(object(), this);
    }

    /** The body as text in UTF-8. */
    public String text() {
        return new String(outcome.reply().body(), StandardCharsets.UTF_8);
    }

    /** The body itself, for example a PDF. */
    public byte[] bytes() {
        return outcome.reply().body().clone();
    }

    /** The key that the request carried. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    /** Whether this is the first answer to the same key, given again. */
    public boolean replayed() {
        return header("Idempotency-Replayed").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** What the server calls this request. */
    public Optional<String> requestId() {
        return header("X-Request-ID");
    }

    /** How many times the request was sent. */
    public int attempts() {
        return outcome.attempts();
    }

    boolean successful() {
        return outcome.reply().successful();
    }

    @Override
    public String toString() {
        return status() + " to " + request;
    }

    private InvalidResponse unreadable(String why, Throwable cause) {
        String message =
                "the answer " + this + " " + why + " (request " + requestId().orElse("unknown") + ")";
        return new InvalidResponse(message, cause, idempotencyKey, attempts());
    }
}
