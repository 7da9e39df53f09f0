package com.servistech.erp.error;

/** There is no such thing in the caller's scope (HTTP 404): whether it exists elsewhere is never said. */
public final class NotFound extends ErpException {

    public NotFound(String code, String message) {
        super(code, message, null);
    }
}
