package com.servistech.erp.sdk.error;

/** An update was sent without saying which version it changes (428). */
public final class PreconditionRequired extends ApiException {

    PreconditionRequired(Refusal refusal) {
        super(refusal);
    }
}
