package com.servistech.erp.error;

import java.util.Objects;

/**
 * The root of everything that this system refuses or cannot do. The kinds are closed: an edge maps each of them to
 * exactly one HTTP status, and the compiler of a reader's mind can list them.
 *
 * <p>The code is a stable, dotted, lower-case name ({@code cash.session-closed}); the message is one English sentence
 * for the person who has to act on it. Neither ever contains a secret, a password, a token or a device credential.
 */
public abstract sealed class ErpException extends RuntimeException
        permits Invalid, Refused, Unauthenticated, Forbidden, NotFound, Conflict, Stale, TooMany, Unavailable {

    private final String code;

    ErpException(String code, String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The stable name of this refusal. */
    public final String code() {
        return code;
    }
}
