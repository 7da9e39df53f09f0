package com.servistech.erp.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A report as it lies in the database. */
final class StoredReport {

    private StoredReport() {}

    static String write(HealthReport report) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", report.id().toString())
                .add("at", report.at().toString())
                .add("healthy", report.healthy())
                .add("problems", array(report.problems()))
                .add("databaseBytes", report.databaseBytes())
                .add("failedJobs", array(report.failedJobs()))
                .add("slowestQueries", array(report.slowestQueries()))
                .add("sessions", report.sessions())
                .add("version", report.version());
        put(json, "growthBytes", report.growthBytes());
        put(json, "diskFreeBytes", report.diskFreeBytes());
        put(json, "newestBackup", report.newestBackup());
        put(json, "provenBackup", report.provenBackup());
        put(json, "provenAt", report.provenAt());
        put(json, "exposureMinutes", report.exposureMinutes());
        put(json, "walArchive", report.walArchive());
        put(json, "bankValueDate", report.bankValueDate());
        put(json, "bankFreshness", report.bankFreshness());
        put(json, "marketRateAt", report.marketRateAt());
        return json.build().toString();
    }

    static HealthReport parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new HealthReport(
                    UUID.fromString(json.getString("id")),
                    Instant.parse(json.getString("at")),
                    json.getBoolean("healthy"),
                    list(json, "problems"),
                    json.getJsonNumber("databaseBytes").longValueExact(),
                    get(json, "growthBytes", Long::valueOf),
                    get(json, "newestBackup", Instant::parse),
                    get(json, "provenBackup", Instant::parse),
                    get(json, "provenAt", Instant::parse),
                    get(json, "exposureMinutes", Long::valueOf),
                    get(json, "walArchive", word -> word),
                    get(json, "bankValueDate", LocalDate::parse),
                    get(json, "bankFreshness", word -> word),
                    get(json, "marketRateAt", Instant::parse),
                    list(json, "failedJobs"),
                    get(json, "diskFreeBytes", Long::valueOf),
                    list(json, "slowestQueries"),
                    json.getInt("sessions"),
                    json.getString("version"));
        }
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static <T> T get(JsonObject json, String name, Function<String, T> reader) {
        return json.containsKey(name) ? reader.apply(json.getString(name)) : null;
    }

    private static JsonArrayBuilder array(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs((JsonValue text) -> ((JsonString) text).getString());
    }
}
