package com.servistech.erp.backup;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What makes a backup one: written when the data is known to be whole. Nothing without it exists.
 *
 * @param sealing how the data is encrypted: {@code none} or the name of the format
 * @param dump the program that wrote it
 * @param tables by name, {@code erp.invoices}
 * @param catalogue as {@link Contents#catalogue()}
 * @param files those that people uploaded
 * @param anchor of the audit, in JSON, sealed just before
 * @param warnings of the program, empty for none
 * @param doubts why it is suspect, empty for none
 */
public record Manifest(
        UUID id,
        Tier tier,
        BackupForm form,
        Instant startedAt,
        Instant completedAt,
        String sealing,
        Bytes plain,
        Bytes stored,
        String dump,
        String serverVersion,
        String schemaVersion,
        Map<String, TableContent> tables,
        Map<String, String> catalogue,
        PackedFiles files,
        String anchor,
        String warnings,
        List<String> doubts) {

    /** @param sha256 in hexadecimal */
    public record Bytes(long size, String sha256) {

        JsonObjectBuilder json() {
            return Json.createObjectBuilder().add("size", size).add("sha256", sha256);
        }

        static Bytes parse(JsonObject json) {
            return new Bytes(json.getJsonNumber("size").longValueExact(), json.getString("sha256"));
        }
    }

    private static final String FORMAT = "servistech-backup/1";

    public Manifest {
        tables = new TreeMap<>(tables);
        catalogue = new TreeMap<>(catalogue);
        doubts = List.copyOf(doubts);
    }

    /** The same data, kept for another reason. */
    Manifest also(UUID otherId, Tier otherTier) {
        return new Manifest(
                otherId,
                otherTier,
                form,
                startedAt,
                completedAt,
                sealing,
                plain,
                stored,
                dump,
                serverVersion,
                schemaVersion,
                tables,
                catalogue,
                files,
                anchor,
                warnings,
                doubts);
    }

    long rows() {
        return tables.values().stream().mapToLong(TableContent::rows).sum();
    }

    String toJson() {
        JsonObjectBuilder content = Json.createObjectBuilder();
        tables.forEach((name, table) ->
                content.add(name, Json.createArrayBuilder().add(table.rows()).add(table.sha256())));
        JsonObjectBuilder definitions = Json.createObjectBuilder();
        catalogue.forEach(definitions::add);
        JsonArrayBuilder why = Json.createArrayBuilder();
        doubts.forEach(why::add);
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("id", id.toString())
                .add("tier", tier.name())
                .add("form", form.name())
                .add("startedAt", startedAt.toString())
                .add("completedAt", completedAt.toString())
                .add("sealing", sealing)
                .add("plain", plain.json())
                .add("stored", stored.json())
                .add("dump", dump)
                .add("serverVersion", serverVersion)
                .add("schemaVersion", schemaVersion)
                .add("tables", content)
                .add("catalogue", definitions)
                .add("files", files.json())
                .add("anchor", anchor)
                .add("warnings", warnings)
                .add("doubts", why)
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when this is no manifest */
    static Manifest parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            if (!object.getString("format").equals(FORMAT)) {
                throw new IllegalArgumentException("a manifest of another format");
            }
            Map<String, TableContent> content = new TreeMap<>();
            object.getJsonObject("tables").forEach((name, value) -> {
                JsonArray table = value.asJsonArray();
                content.put(name, new TableContent(table.getJsonNumber(0).longValueExact(), table.getString(1)));
            });
            Map<String, String> definitions = new TreeMap<>();
            object.getJsonObject("catalogue")
                    .forEach((kind, hash) -> definitions.put(kind, ((JsonString) hash).getString()));
            return new Manifest(
                    UUID.fromString(object.getString("id")),
                    Tier.valueOf(object.getString("tier")),
                    BackupForm.valueOf(object.getString("form")),
                    Instant.parse(object.getString("startedAt")),
                    Instant.parse(object.getString("completedAt")),
                    object.getString("sealing"),
                    Bytes.parse(object.getJsonObject("plain")),
                    Bytes.parse(object.getJsonObject("stored")),
                    object.getString("dump"),
                    object.getString("serverVersion"),
                    object.getString("schemaVersion"),
                    content,
                    definitions,
                    PackedFiles.parse(object.getJsonObject("files")),
                    object.getString("anchor"),
                    object.getString("warnings"),
                    object.getJsonArray("doubts").getValuesAs(JsonString::getString));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("this is no manifest", e);
        }
    }
}
