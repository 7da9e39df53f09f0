package com.servistech.erp.sdk.error;

/** There is no such thing, or it belongs to another store (404). */
public final class NotFound extends ApiException {

    NotFound(Refusal refusal) {
        super(refusal);
    }
}
