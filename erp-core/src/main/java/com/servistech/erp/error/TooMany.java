package com.servistech.erp.error;

import java.time.Duration;

/** Too often in too short a time (HTTP 429): wait for {@link #retryAfter()} before trying again. */
public final class TooMany extends ErpException {

    private final Duration retryAfter;

    public TooMany(String code, String message, Duration retryAfter) {
        super(code, message, null);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
