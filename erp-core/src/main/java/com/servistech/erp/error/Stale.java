package com.servistech.erp.error;

/** The caller changed a version that is not the newest any more (HTTP 412): read it again and decide again. */
public final class Stale extends ErpException {

    public Stale(String code, String message) {
        super(code, message, null);
    }
}
