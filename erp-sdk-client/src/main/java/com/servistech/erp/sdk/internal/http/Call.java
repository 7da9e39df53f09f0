package com.servistech.erp.sdk.internal.http;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request, ready to be sent any number of times: its body is kept whole.
 *
 * @param headers without Authorization, which each attempt gets anew
 * @param anonymous to be sent without credentials
 */
public record Call(String method, URI uri, Map<String, String> headers, Optional<byte[]> body, boolean anonymous) {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IF_MATCH = "If-Match";
    private static final String AUTHORIZATION = "Authorization";

    public Call {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /** Whether sending it twice does no more than sending it once. */
    public boolean repeatable() {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            case "PUT", "PATCH", "DELETE" -> headers.containsKey(IF_MATCH);
            case "POST" -> headers.containsKey(IDEMPOTENCY_KEY);
            default -> false;
        };
    }

    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(headers.get(IDEMPOTENCY_KEY));
    }

    /** A caller who sets the header by hand means it: credentials never replace it. */
    public boolean authorized() {
        return headers.containsKey(AUTHORIZATION);
    }

    public Call withBearer(String token) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(AUTHORIZATION, "Bearer " + token);
        return new Call(method, uri, more, body, anonymous);
    }

    /** For messages and logs: no query, which may hold a name or a phone number. */
    public String line() {
        return method + " " + uri.getPath();
    }
}
