package com.servistech.erp.backup;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a restore into a scratch database found.
 *
 * @param problems what was not the same, empty for nothing: then the backup is proven
 */
public record Proof(UUID id, Instant at, List<String> problems) {

    private static final String FORMAT = "servistech-backup-proof/1";

    public Proof {
        problems = List.copyOf(problems);
    }

    public boolean holds() {
        return problems.isEmpty();
    }

    String toJson() {
        JsonArrayBuilder found = Json.createArrayBuilder();
        problems.forEach(found::add);
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("id", id.toString())
                .add("at", at.toString())
                .add("problems", found)
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when this is no proof */
    static Proof parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            if (object.getString("format").equals(FORMAT)) {
                return new Proof(
                        UUID.fromString(object.getString("id")),
                        Instant.parse(object.getString("at")),
                        object.getJsonArray("problems").getValuesAs(JsonString::getString));
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("this is no proof", e);
        }
        throw new IllegalArgumentException("a proof of another format");
    }
}
