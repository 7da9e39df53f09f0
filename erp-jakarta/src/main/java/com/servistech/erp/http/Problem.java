package com.servistech.erp.http;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.http.json.Json;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an error as RFC 9457 problem details. */
final class Problem {

    static final String TYPE = "application/problem+json";

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

    private static final Map<Integer, String> CODES = Map.of(
            400, "request.malformed",
            404, "request.no-such-path",
            405, "request.method",
            406, "request.not-acceptable",
            413, "request.too-large",
            415, "request.media-type",
            428, "precondition.required");

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request is not well-formed HTTP: look at its address and headers",
            404, "There is nothing at this address",
            405, "This address knows other methods, see Allow",
            406, "Everything here is application/json");

    private Problem() {}

    static Response.ResponseBuilder of(
            int status, String code, String detail, List<Invalid.Problem> errors, String requestId) {
        return Response.status(status).type(TYPE).entity(json(status, code, detail, errors, requestId));
    }

    static String json(int status, String code, String detail, List<Invalid.Problem> errors, String requestId) {
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
        return Json.write(body);
    }

    /** The code of what HTTP itself refuses. */
    static String codeOf(int status) {
        return CODES.getOrDefault(status, status >= 500 ? "internal" : "request.refused");
    }

    /** What HTTP itself refuses, in words; its own words where these have none. */
    static String detailOf(int status, String otherwise) {
        return DETAILS.getOrDefault(status, otherwise);
    }
}
