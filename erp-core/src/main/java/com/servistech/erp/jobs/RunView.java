package com.servistech.erp.jobs;

import com.servistech.erp.tenancy.Sql;
import java.time.Instant;
import java.util.UUID;

/**
 * One run.
 *
 * @param cause {@code SCHEDULE} or {@code MANUAL}
 * @param fireAt the minute that it is for
 * @param done parts that are done, {@code failed} those that are not; of {@code total}, null until it began
 * @param note what came of it, in words
 * @param node who works or worked on it last
 * @param askedBy the person who asked, null for the schedule
 * @param executionId its number in the server's batch container; null where none carried it out
 */
public record RunView(
        UUID id,
        String job,
        String cause,
        RunStatus status,
        Instant fireAt,
        int attempt,
        String node,
        Instant startedAt,
        Instant endedAt,
        int done,
        int failed,
        Integer total,
        String note,
        String error,
        String requestId,
        UUID askedBy,
        boolean cancelAsked,
        Long executionId) {

    static final String COLUMNS = "id, job, cause, status, fire_at, attempt, node, started_at, ended_at, done, failed,"
            + " total::text total, note, error, request_id, asked_by, cancel_asked_at is not null cancel_asked,"
            + " execution_id::text execution_id";

    static RunView of(Sql.Row row) {
        String total = row.text("total");
        String execution = row.text("execution_id");
        return new RunView(
                row.uuid("id"),
                row.text("job"),
                row.text("cause"),
                RunStatus.valueOf(row.text("status")),
                row.instant("fire_at"),
                row.integer("attempt"),
                row.text("node"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.integer("done"),
                row.integer("failed"),
                total == null ? null : Integer.valueOf(total),
                row.text("note"),
                row.text("error"),
                row.text("request_id"),
                row.uuid("asked_by"),
                row.bool("cancel_asked"),
                execution == null ? null : Long.valueOf(execution));
    }
}
