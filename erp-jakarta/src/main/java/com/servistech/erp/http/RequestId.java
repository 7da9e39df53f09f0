package com.servistech.erp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The name of a request in answers, logs and the audit; the server gave it before anything else looked. */
final class RequestId {

    /** As in the server's own filter, which knows nothing of this application. */
    private static final String ATTRIBUTE = "com.servistech.erp.request-id";

    private RequestId() {}

    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id
                ? id
                : UUID.randomUUID().toString();
    }
}
