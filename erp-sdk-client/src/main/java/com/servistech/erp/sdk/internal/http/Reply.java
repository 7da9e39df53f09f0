package com.servistech.erp.sdk.internal.http;

import java.net.http.HttpHeaders;

/** One answer, read whole. */
public record Reply(int status, HttpHeaders headers, byte[] body) {

    public boolean successful() {
        return status >= 200 && status < 300;
    }
}
