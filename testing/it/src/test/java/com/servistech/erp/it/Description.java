package com.servistech.erp.it;

import com.servistech.erp.sdk.CallOptions;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server says about itself at /openapi. */
record Description(JsonObject document) {

    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");

    /** One verb at one address. */
    record Operation(Description whole, String verb, String path, JsonObject json) {

        String name() {
            return verb + " " + path;
        }

        /** The address below /api/v1 with this id in it; what else an address names is nothing that exists. */
        String address(String id) {
            return path.replace("/api/v1", "")
                    .replace("{id}", id)
                    .replaceAll("\\{[^}]+}", "01a1fb52-0000-7000-8000-000000000000");
        }

        Optional<JsonObject> body() {
            return json.containsKey("requestBody")
                    ? Optional.ofNullable(json.getJsonObject("requestBody")
                            .getJsonObject("content")
                            .getJsonObject("application/json"))
                    : Optional.empty();
        }

        Optional<String> example() {
            return body().map(content -> content.getJsonObject("example").toString());
        }

        List<JsonObject> parameters() {
            return json.containsKey("parameters")
                    ? json.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                            .map(whole::resolved)
                            .toList()
                    : List.of();
        }

        boolean needs(String header) {
            return parameters().stream()
                    .anyMatch(p -> p.getString("name").equals(header) && p.getBoolean("required", false));
        }

        boolean has(String status) {
            return json.getJsonObject("responses").containsKey(status);
        }

        /** The schema of the answer with this status; nothing when it is empty or not described. */
        Optional<JsonObject> answer(String status) {
            return Optional.ofNullable(json.getJsonObject("responses").getJsonObject(status))
                    .map(response -> response.getJsonObject("content"))
                    .map(content ->
                            content.values().iterator().next().asJsonObject().getJsonObject("schema"));
        }

        /** Whether what it answers is a file and no JSON. */
        boolean file() {
            return Optional.ofNullable(json.getJsonObject("responses").getJsonObject("200"))
                    .map(response -> response.getJsonObject("content"))
                    .filter(content -> !content.containsKey("application/json"))
                    .isPresent();
        }

        Stream<String> statuses() {
            return json.getJsonObject("responses").keySet().stream();
        }

        boolean signedIn() {
            return !json.containsKey("security")
                    || !json.getJsonArray("security").isEmpty();
        }
    }

    static Description of(RunningServer server) {
        return new Description(server.nobody()
                .send("GET", "/openapi?format=JSON", CallOptions.raw().atRoot().header("Accept", "application/json"))
                .object());
    }

    List<Operation> operations() {
        return document.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> VERBS.stream()
                        .filter(path.getValue().asJsonObject()::containsKey)
                        .map(verb -> new Operation(
                                this,
                                verb.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().asJsonObject().getJsonObject(verb))))
                .toList();
    }

    /** The object itself, or what it refers to. */
    JsonObject resolved(JsonObject object) {
        if (!object.containsKey("$ref")) {
            return object;
        }
        JsonValue found =
                document.getValue(((JsonString) object.get("$ref")).getString().substring(1));
        return resolved(found.asJsonObject());
    }
}
