package com.servistech.erp.rates.binance;

/** What answered holds no offers that can be used; the message says why. Nothing is made up in their place. */
public final class NoData extends RuntimeException {

    NoData(String message) {
        super(message);
    }

    NoData(String message, Throwable cause) {
        super(message, cause);
    }
}
