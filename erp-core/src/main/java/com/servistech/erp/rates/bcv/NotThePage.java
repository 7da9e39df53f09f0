package com.servistech.erp.rates.bcv;

/** What answered is not the document we know; the message says where it differs. Nothing is guessed from it. */
public final class NotThePage extends RuntimeException {

    NotThePage(String message) {
        super(message);
    }

    NotThePage(String message, Throwable cause) {
        super(message, cause);
    }
}
