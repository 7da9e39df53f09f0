package com.servistech.erp.sdk.error;

/** The state of the thing does not allow this now (409). */
public final class Conflict extends ApiException {

    Conflict(Refusal refusal) {
        super(refusal);
    }
}
