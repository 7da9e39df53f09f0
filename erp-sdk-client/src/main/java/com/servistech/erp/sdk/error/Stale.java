package com.servistech.erp.sdk.error;

/** Somebody changed the thing since it was read: read it again, then repeat the change (412). After more than one attempt the change that won may be this call's own first attempt. */
public final class Stale extends ApiException {

    Stale(Refusal refusal) {
        super(refusal);
    }
}
