package com.servistech.erp.sdk.error;

/** The input is wrong (400: it cannot be read; 422: {@link #errors()} names the places). */
public final class Invalid extends ApiException {

    Invalid(Refusal refusal) {
        super(refusal);
    }
}
