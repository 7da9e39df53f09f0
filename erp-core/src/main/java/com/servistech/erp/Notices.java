package com.servistech.erp;

import com.servistech.erp.events.PublishedEvent;
import com.servistech.erp.notifications.Notice;
import com.servistech.erp.notifications.Notice.Level;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;

/** Which events people hear of, and in which words. */
final class Notices {

    /** Their good outcome is news as well. */
    private static final Set<String> TOLD_WHEN_DONE =
            Set.of("bcv-rates", "database-backup", "full-backup", "backup-cleanup", "health-report");

    private Notices() {}

    static Optional<Notice> of(PublishedEvent event) {
        return switch (event.topic()) {
            case "jobs.ended" -> ended(payload(event));
            case "jobs.alert" ->
                Optional.of(alert(payload(event), "Tarea " + payload(event).getString("job", "?")));
            case "rates.alert" ->
                Optional.of(alert(payload(event), "Tasa " + payload(event).getString("source", "?")));
            default -> Optional.empty();
        };
    }

    private static Optional<Notice> ended(JsonObject run) {
        String job = run.getString("job");
        String status = run.getString("status");
        if (!status.equals("COMPLETED")) {
            String error = run.getString("error", "sin detalle");
            return Optional.of(new Notice(Level.BAD, job + ": " + status, error));
        }
        return TOLD_WHEN_DONE.contains(job)
                ? Optional.of(new Notice(Level.GOOD, job, run.getString("note", "listo")))
                : Optional.empty();
    }

    private static Notice alert(JsonObject alert, String about) {
        return new Notice(Level.BAD, about + ": " + alert.getString("kind"), alert.getString("detail", ""));
    }

    private static JsonObject payload(PublishedEvent event) {
        try (JsonReader reader = Json.createReader(new StringReader(event.payload()))) {
            return reader.readObject();
        }
    }
}
