package com.servistech.erp.error;

/** Nobody known is asking (HTTP 401). */
public final class Unauthenticated extends ErpException {

    public Unauthenticated(String code, String message) {
        super(code, message, null);
    }
}
