package com.servistech.erp.http;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.http.json.Json;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an error as RFC 9457 problem details. */
final class Problem {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not signed in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Changed meanwhile"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Invalid input"),
            Map.entry(428, "If-Match required"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Internal error"),
            Map.entry(503, "Unavailable"));

    private Problem() {}

    static Response.ResponseBuilder of(
            int status, String code, String detail, List<Invalid.Problem> errors, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:servistech:problem:" + code);
        body.put("title", TITLES.getOrDefault(status, "Error"));
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", "urn:servistech:request:" + requestId);
        body.put("code", code);
        body.put("requestId", requestId);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return Response.status(status).type("application/problem+json").entity(Json.write(body));
    }
}
