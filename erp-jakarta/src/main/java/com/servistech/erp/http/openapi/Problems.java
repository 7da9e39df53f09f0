package com.servistech.erp.http.openapi;

import com.servistech.erp.http.access.SendsFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What an act may refuse: the statuses and codes that follow from its kind, and those it names itself. */
final class Problems {

    static final String SCHEMA = "Problem";

    private final Act act;
    private final Map<String, StringJoiner> codes = new LinkedHashMap<>();

    private Problems(Act act) {
        this.act = act;
    }

    static Map<String, APIResponse> of(Act act) {
        Problems problems = new Problems(act);
        problems.collect();
        Map<String, APIResponse> responses = new LinkedHashMap<>();
        problems.codes.forEach((status, known) -> responses.put(status, response(status, known.toString())));
        return responses;
    }

    private void collect() {
        boolean sendsFile = act.is(SendsFile.class);
        boolean hasBody = act.body().isPresent();
        add(hasBody || sendsFile, "400", "`request.malformed`");
        add(act.movesValue(), "400", "`idempotency.key-required`");
        add(act.repeatable(), "400", "`idempotency.key-invalid`");
        add(act.chooses(), "400", "`store.required`");
        add(!act.open(), "401", "`auth.required`");
        add(act.chooses(), "403", "`access.forbidden`, `store.forbidden`");
        add(act.aboutOne(), "404", "`%s.not-found`".formatted(act.tag()));
        add(act.repeatable(), "409", "`idempotency.in-progress`");
        add(act.post() && act.chooses(), "409", "`conflict.exists`, `conflict.reference`");
        add(act.conditional(), "412", "`version.stale`");
        add(hasBody || sendsFile, "413", "`request.too-large`");
        add(hasBody, "415", "`request.media-type`");
        add(
                hasBody || sendsFile || !act.queries().isEmpty(),
                "422",
                "`input.invalid`, with a pointer to every wrong place");
        add(act.conditional(), "428", "`precondition.required`");
        add(true, "429", "Too many requests from one address");
        add(true, "503", "`database.unavailable`, `database.busy`");
        for (String status : List.of("401", "403", "404", "409", "422")) {
            act.says(status).ifPresent(more -> add(true, status, more));
        }
    }

    private void add(boolean applies, String status, String text) {
        if (applies) {
            codes.computeIfAbsent(status, key -> new StringJoiner(", ")).add(text);
        }
    }

    private static APIResponse response(String status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .addHeader("X-Request-ID", SharedParts.headerRef("RequestId"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMA))));
        return status.equals("429") || status.equals("503")
                ? response.addHeader("Retry-After", SharedParts.headerRef("RetryAfter"))
                : response;
    }

    static Schema schema() {
        Schema error = object().addProperty(
                        "pointer", string("JSON pointer into the body, or / and the name of a query parameter"))
                .addProperty("code", string("Stable, for programs"))
                .addProperty("detail", string("How to put it right, for people"))
                .required(List.of("pointer", "code", "detail"));
        return object().description("RFC 9457")
                .addProperty("type", string("A name for the code").format("uri"))
                .addProperty("title", string("The status in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32"))
                .addProperty("detail", string("What happened, and what to do about it"))
                .addProperty("instance", string("A name for this request").format("uri"))
                .addProperty("code", string("Stable, for programs"))
                .addProperty("requestId", string("As in X-Request-ID"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(error)
                                .description("With 422: every wrong place"))
                .required(List.of("type", "title", "status", "detail", "instance", "code", "requestId"))
                .addExample(example());
    }

    private static Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:servistech:problem:input.invalid");
        example.put("title", "Invalid input");
        example.put("status", 422);
        example.put("detail", "/lines/0/quantity: Between 1 and 10000");
        example.put("instance", "urn:servistech:request:6f1c2a9e-50a1-4c0e-8d0b-0f7c6b1e2d3a");
        example.put("code", "input.invalid");
        example.put("requestId", "6f1c2a9e-50a1-4c0e-8d0b-0f7c6b1e2d3a");
        example.put(
                "errors",
                List.of(Map.of(
                        "pointer", "/lines/0/quantity", "code", "number.range", "detail", "Between 1 and 10000")));
        return example;
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
