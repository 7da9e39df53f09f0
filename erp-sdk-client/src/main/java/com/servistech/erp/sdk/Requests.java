package com.servistech.erp.sdk;

import com.servistech.erp.sdk.internal.http.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns what the caller wants into a request as the contract writes it: address, store, key, headers. */
final class Requests {

    private static final String API = "api/v1";
    private static final String AUTH = "/auth/";
    private static final String USER_AGENT =
            "erp-sdk-java (java " + Runtime.version().feature() + "; " + System.getProperty("os.name") + ")";

    private final URI baseUri;
    private final Optional<String> store;

    Requests(URI baseUri, Optional<String> store) {
        this.baseUri = baseUri;
        this.store = store;
    }

    Requests inStore(String chosen) {
        return new Requests(baseUri, Optional.of(chosen));
    }

    Call call(String method, String path, Optional<byte[]> body, CallOptions options) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + path);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json, */*;q=0.5");
        headers.put("User-Agent", USER_AGENT);
        store.ifPresent(chosen -> headers.put("X-Store-ID", chosen));
        body.ifPresent(bytes -> headers.put("Content-Type", "application/json"));
        if (method.equals("POST") && !path.startsWith(AUTH) && options.takesAutomaticKey()) {
            headers.put(Call.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        headers.putAll(options.headers());
        // a person who signs in, renews or leaves does so with what the body says, not with the client's session
        boolean anonymous = options.isAnonymous() || path.equals("/auth/login") || path.equals("/auth/refresh");
        return new Call(method, address(path, options), headers, body, anonymous);
    }

    private URI address(String path, CallOptions options) {
        String root = baseUri + (options.isAtRoot() ? "" : API + "/") + path.substring(1);
        String query = options.queries().entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(query.isEmpty() ? root : root + (path.contains("?") ? "&" : "?") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
