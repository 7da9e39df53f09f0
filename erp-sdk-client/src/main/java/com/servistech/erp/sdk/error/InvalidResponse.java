package com.servistech.erp.sdk.error;

/** The server answered with something this client cannot read: not JSON, too large, or a field of another type. */
public final class InvalidResponse extends ErpClientException {

    /** A field of a model is missing or of another type. */
    public InvalidResponse(String message) {
        super(message, null, null, 0);
    }

    /** A whole answer could not be read. */
    public InvalidResponse(String message, Throwable cause, String idempotencyKey, int attempts) {
        super(message, cause, idempotencyKey, attempts);
    }
}
