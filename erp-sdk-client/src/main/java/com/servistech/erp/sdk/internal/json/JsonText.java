package com.servistech.erp.sdk.internal.json;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** JSON as text and as tree. The provider is looked up once: each lookup reads the class path. */
public final class JsonText {

    static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private JsonText() {}

    /** @throws JsonException if the bytes are not one JSON value in UTF-8 */
    public static JsonValue parse(byte[] bytes) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return reader.readValue();
        }
    }

    /** The object in the bytes; empty if they hold anything else. */
    public static Optional<JsonObject> object(byte[] bytes) {
        try {
            return parse(bytes) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The {@code code} of a problem document; empty if the bytes are no such document. */
    public static Optional<String> code(byte[] bytes) {
        return object(bytes)
                .map(problem -> problem.get("code"))
                .filter(JsonString.class::isInstance)
                .map(code -> ((JsonString) code).getString());
    }

    public static byte[] bytes(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
