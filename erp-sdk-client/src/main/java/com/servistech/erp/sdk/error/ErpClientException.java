package com.servistech.erp.sdk.error;

import java.util.Objects;
import java.util.Optional;

/**
 * The root of everything that a call can end with instead of its result. Its message is one line that names what
 * happened and the request, fit for a log; it never contains a password, a token or a body.
 */
public abstract sealed class ErpClientException extends RuntimeException
        permits ConnectionFailed, DeadlineExceeded, InvalidResponse, ApiException {

    private final String idempotencyKey;
    private final int attempts;

    ErpClientException(String message, Throwable cause, String idempotencyKey, int attempts) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.idempotencyKey = idempotencyKey;
        this.attempts = attempts;
    }

    /**
     * The key under which the act was sent, if it was one that carries a key. Send the same act again with the same key
     * to learn how it ended without doing it twice.
     */
    public final Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    /** How many times the request was sent, retries included; zero if the failure is in reading a model. */
    public final int attempts() {
        return attempts;
    }

    static String counted(int attempts) {
        return attempts == 1 ? "1 attempt" : attempts + " attempts";
    }
}
