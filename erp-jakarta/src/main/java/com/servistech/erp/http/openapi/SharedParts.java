package com.servistech.erp.http.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Headers that many operations take or answer, written once. */
final class SharedParts {

    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("limit", "At most this many items, 1 to 100; 20 when left out"),
            Map.entry("cursor", "nextCursor of the page before, unchanged"),
            Map.entry("updatedSince", "Only what changed at or after this instant"),
            Map.entry("q", "A part of the name, number, document or phone"),
            Map.entry("from", "Not before"),
            Map.entry("to", "Not after"),
            Map.entry("date", "A business day; today when left out"),
            Map.entry("currency", "USD when left out"),
            Map.entry("source", "BCV when left out and one is needed"),
            Map.entry("period", "A month, 2026-11"),
            Map.entry("documentState", "DRAFT for drafts, which are listed apart"),
            Map.entry("copy", "Whether it is a copy, which says so"),
            Map.entry("fortnight", "2026-11-1 for the days to the 15th, 2026-11-2 for the rest; this one unless said"),
            Map.entry("month", "A month, 2026-11; this one unless said"),
            Map.entry("account", "Only those that touch this account of the chart"),
            Map.entry("entity", "A table's name, service_orders"),
            Map.entry("action", "INSERT, UPDATE, DELETE, or what a note is about: audit.exported"),
            Map.entry("requestId", "What one request did: the X-Request-ID of its answer"),
            Map.entry("userId", "What one person did"),
            Map.entry("status", "Only those in this state"),
            Map.entry("type", "Only those of this type"));

    private SharedParts() {}

    static void addTo(Components components) {
        components
                .addParameter(
                        "StoreId",
                        header(
                                        "X-Store-ID",
                                        "One of the caller's stores, for a SUPER_ADMIN any; * reads the whole chain. Needed to"
                                                + " change something by whoever works in several.")
                                .schema(string()))
                .addParameter(
                        "IdempotencyKey", key("A repeated request with the same key answers the same and acts once"))
                .addParameter(
                        "IdempotencyKeyRequired",
                        key("Moves money or stock: needed").required(true))
                .addParameter(
                        "IfMatch",
                        header("If-Match", "The ETag that was read; 412 when it is not the newest any more")
                                .required(true)
                                .schema(string().pattern("^\"[0-9]{1,9}\"$")))
                .addHeader("RequestId", header("Names this request in logs and in the audit"))
                .addHeader("ETag", header("The version, for If-Match"))
                .addHeader("Location", header("Where it is found from now on"))
                .addHeader("Replayed", header("true when this is the first answer to the same key, given again"))
                .addHeader("RetryAfter", header("Seconds to wait before trying again"));
    }

    static Parameter parameterRef(String name) {
        return OASFactory.createParameter().ref(name);
    }

    static Header headerRef(String name) {
        return OASFactory.createHeader().ref(name);
    }

    /** What a query parameter means, the same wherever it has this name. */
    static String query(String name) {
        return QUERIES.getOrDefault(
                name, name.endsWith("Id") || name.equals("id") ? "Only those about this one" : null);
    }

    private static Parameter key(String description) {
        Schema schema = string().minLength(1).maxLength(200);
        return header("Idempotency-Key", description).schema(schema);
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(In.HEADER).description(description);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(string());
    }

    private static Schema string() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
