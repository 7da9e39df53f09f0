package com.servistech.erp.idempotency;

import java.util.Map;

/**
 * What was answered the first time.
 *
 * @param headers those that belong to the answer (ETag, Location), not those of the connection
 */
public record KeptAnswer(int status, Map<String, String> headers, String body) {

    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}
