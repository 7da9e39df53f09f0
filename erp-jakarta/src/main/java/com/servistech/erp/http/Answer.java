package com.servistech.erp.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a resource answers.
 *
 * @param entity null for an empty answer
 */
public record Answer(int status, Map<String, String> headers, Object entity) {

    public static Answer ok(Object entity) {
        return new Answer(200, Map.of(), entity);
    }

    public static Answer ok(Object entity, int version) {
        return new Answer(200, Map.of("ETag", etag(version)), entity);
    }

    public static Answer created(Object entity, String collection, UUID id, int version) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", "/api/v1/" + collection + "/" + id);
        headers.put("ETag", etag(version));
        return new Answer(201, headers, entity);
    }

    public static Answer created(Object entity) {
        return new Answer(201, Map.of(), entity);
    }

    public static Answer nothing() {
        return new Answer(204, Map.of(), null);
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }
}
