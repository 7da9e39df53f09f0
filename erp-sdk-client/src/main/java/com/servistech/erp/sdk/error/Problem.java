package com.servistech.erp.sdk.error;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The problem document (RFC 9457) of a refusal, read leniently: a proxy's error page has no such document, and that
 * must not hide the refusal itself.
 *
 * @param status the HTTP status of the answer
 * @param requestId what the server called the request, or {@code "unknown"}
 * @param json the document as it came, or an empty object
 */
public record Problem(int status, String requestId, JsonObject json) {

    public Problem {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(json, "json");
    }

    /** The problem of an answer; the request id of the header counts, else that of the document. */
    public static Problem read(int status, Optional<String> requestId, JsonObject json) {
        return new Problem(status, requestId.or(() -> text(json, "requestId")).orElse("unknown"), json);
    }

    /** The stable, dotted name of the refusal; {@code "http.<status>"} if the answer names none. */
    public String code() {
        return text(json, "code").orElse("http." + status);
    }

    /** What happened and what to do about it; the title, or nothing, if the answer has no detail. */
    public String detail() {
        return text(json, "detail").or(() -> text(json, "title")).orElse("");
    }

    /** The wrong places of the input, in the order of the answer; empty if the input is not what is wrong. */
    public List<FieldError> errors() {
        if (!(json.get("errors") instanceof Iterable<?> places)) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        for (Object place : places) {
            if (place instanceof JsonObject error) {
                errors.add(new FieldError(
                        text(error, "pointer").orElse(""),
                        text(error, "code").orElse(""),
                        text(error, "detail").orElse("")));
            }
        }
        return List.copyOf(errors);
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }
}
