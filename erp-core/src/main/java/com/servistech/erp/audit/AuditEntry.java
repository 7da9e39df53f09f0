package com.servistech.erp.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One change, or one statement's worth of new rows in an append-only table.
 *
 * @param oldValues JSON, null where there was nothing before
 * @param newValues JSON, null for append-only tables, whose rows are their own history
 * @param rowsSha256 over the new rows of an append-only table
 */
public record AuditEntry(
        UUID id,
        long ordinal,
        Instant at,
        String entity,
        String operation,
        UUID entityId,
        String oldValues,
        String newValues,
        int rows,
        String rowsSha256,
        UUID userId,
        String role,
        String requestId,
        String address,
        String reason) {}
