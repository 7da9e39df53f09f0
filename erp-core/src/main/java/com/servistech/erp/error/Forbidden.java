package com.servistech.erp.error;

/** The caller is known and may not do this (HTTP 403). */
public final class Forbidden extends ErpException {

    public Forbidden(String code, String message) {
        super(code, message, null);
    }
}
