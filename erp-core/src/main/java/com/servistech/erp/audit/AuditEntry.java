package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One change, one statement's worth of new rows in an append-only table, or a note that something happened.
 *
 * @param id its number, unique in the database
 * @param storeId the store, or the chain's reserved id
 * @param at when its transaction began, by the database's clock
 * @param entity the table that changed
 * @param action INSERT, UPDATE or DELETE; what happened where it is a note, {@code audit.exported}
 * @param entityId null where one statement added several rows
 * @param entityIds those rows; empty where it is one
 * @param oldValues JSON, null where there was nothing before
 * @param newValues JSON, null for append-only tables, whose rows are their own history
 * @param rowsSha256 over the new rows of an append-only table
 * @param login who logged in to the database: not the application where somebody worked by hand
 */
public record AuditEntry(
        String id,
        UUID storeId,
        Instant at,
        String entity,
        String action,
        UUID entityId,
        List<UUID> entityIds,
        String oldValues,
        String newValues,
        int rows,
        String rowsSha256,
        UUID userId,
        String role,
        String requestId,
        String address,
        String reason,
        String login) {

    static final String COLUMNS = "ordinal, store_id, at, table_name, coalesce(note, operation) action, entity_id,"
            + " entity_ids, old_values, new_values, row_count, rows_sha256, user_id, role, request_id, address, reason,"
            + " login";

    static AuditEntry of(Sql.Row row) {
        return new AuditEntry(
                row.text("ordinal"),
                row.uuid("store_id"),
                row.instant("at"),
                row.text("table_name"),
                row.text("action"),
                row.uuid("entity_id"),
                row.array("entity_ids"),
                row.text("old_values"),
                row.text("new_values"),
                row.integer("row_count"),
                row.text("rows_sha256"),
                row.uuid("user_id"),
                row.text("role"),
                row.text("request_id"),
                row.text("address"),
                row.text("reason"),
                row.text("login"));
    }
}
