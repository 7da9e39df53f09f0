package com.servistech.erp.sdk.error;

/** The server failed or is not available (5xx). */
public final class ServerFailure extends ApiException {

    ServerFailure(Refusal refusal) {
        super(refusal);
    }
}
