package com.servistech.erp.error;

/** A business rule says no to a well-formed request (HTTP 422): the same request will be refused again until something else changes. */
public final class Refused extends ErpException {

    public Refused(String code, String message) {
        super(code, message, null);
    }
}
