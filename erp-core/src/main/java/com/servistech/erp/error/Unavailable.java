package com.servistech.erp.error;

/** Something that the work needs is out of reach for now (HTTP 503): nothing was done, trying again later is right. */
public final class Unavailable extends ErpException {

    public Unavailable(String code, String message, Throwable cause) {
        super(code, message, cause);
    }

    public Unavailable(String code, String message) {
        this(code, message, null);
    }
}
