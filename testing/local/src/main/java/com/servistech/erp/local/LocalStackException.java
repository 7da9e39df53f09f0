package com.servistech.erp.local;

/** The local stack could not start or stop; the message says why and what to do. */
public final class LocalStackException extends RuntimeException {

    LocalStackException(String message) {
        super(message);
    }

    LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
