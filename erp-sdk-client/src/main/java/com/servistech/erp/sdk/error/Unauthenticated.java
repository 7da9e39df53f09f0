package com.servistech.erp.sdk.error;

/** The server does not know who calls: no token, an ended one, or wrong credentials (401). */
public final class Unauthenticated extends ApiException {

    Unauthenticated(Refusal refusal) {
        super(refusal);
    }
}
