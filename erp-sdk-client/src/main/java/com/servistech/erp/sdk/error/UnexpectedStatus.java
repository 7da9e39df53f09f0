package com.servistech.erp.sdk.error;

/** The server answered with a status that the contract does not name. */
public final class UnexpectedStatus extends ApiException {

    UnexpectedStatus(Refusal refusal) {
        super(refusal);
    }
}
