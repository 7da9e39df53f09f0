package com.servistech.erp.error;

/** The state of the thing does not allow this now (HTTP 409). */
public final class Conflict extends ErpException {

    public Conflict(String code, String message) {
        super(code, message, null);
    }
}
