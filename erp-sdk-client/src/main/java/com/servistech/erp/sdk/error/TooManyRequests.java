package com.servistech.erp.sdk.error;

/** The caller asks too often; {@link #retryAfter()} says how long to wait (429). */
public final class TooManyRequests extends ApiException {

    TooManyRequests(Refusal refusal) {
        super(refusal);
    }
}
