package com.servistech.erp.sdk.error;

/** The caller is known and may not do this, or not in this store (403). */
public final class Forbidden extends ApiException {

    Forbidden(Refusal refusal) {
        super(refusal);
    }
}
