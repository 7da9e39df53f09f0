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
    private static final Set<String> TOLD_WHEN_DONE = Set.of("bcv-rates", "backup-cleanup", "health-report");

    private Notices() {}

    static Optional<Notice> of(PublishedEvent event) {
        return switch (event.topic()) {
            case "jobs.ended" -> ended(payload(event));
            case "jobs.alert" ->
                Optional.of(alert(payload(event), "Tarea " + payload(event).getString("job", "?")));
            case "rates.alert" ->
                Optional.of(alert(payload(event), "Tasa " + payload(event).getString("source", "?")));
            case "backups.completed" -> Optional.of(taken(payload(event)));
            case "backups.proven" ->
                Optional.of(new Notice(Level.GOOD, "Respaldo comprobado", kind(payload(event)) + event.entityId()));
            case "backups.suspect" ->
                Optional.of(new Notice(Level.BAD, "Respaldo DUDOSO", kind(payload(event)) + trouble(event)));
            case "backups.failed" -> Optional.of(new Notice(Level.BAD, "NO HAY RESPALDO", trouble(event)));
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

    /** One that is not in every store is news of another kind. */
    private static Notice taken(JsonObject backup) {
        String text = "%s%d MiB y %s archivos en %s"
                .formatted(
                        kind(backup),
                        Long.parseLong(backup.getString("bytes")) >> 20,
                        backup.getString("files"),
                        backup.getString("locations"));
        String trouble = backup.getString("trouble");
        return trouble.isEmpty()
                ? new Notice(Level.GOOD, "Respaldo listo", text)
                : new Notice(Level.BAD, "Respaldo listo, pero no en todos los depósitos", text + ". " + trouble);
    }

    private static String kind(JsonObject backup) {
        return switch (backup.getString("tier")) {
            case "DAILY" -> "diario, ";
            case "WEEKLY" -> "semanal, ";
            case "MONTHLY" -> "mensual, ";
            default -> "manual, ";
        };
    }

    private static String trouble(PublishedEvent event) {
        return event.entityId() + ": " + payload(event).getString("trouble");
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
