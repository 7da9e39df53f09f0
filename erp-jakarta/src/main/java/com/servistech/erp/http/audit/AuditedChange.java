package com.servistech.erp.http.audit;

import com.servistech.erp.audit.AuditEntry;
import com.servistech.erp.http.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An audit entry with its old and new values as objects. */
public record AuditedChange(
        String id,
        UUID storeId,
        Instant at,
        String entity,
        String action,
        UUID entityId,
        List<UUID> entityIds,
        Object oldValues,
        Object newValues,
        int rows,
        String rowsSha256,
        UUID userId,
        String role,
        String requestId,
        String address,
        String reason,
        String login) {

    static AuditedChange of(AuditEntry entry) {
        return new AuditedChange(
                entry.id(),
                entry.storeId(),
                entry.at(),
                entry.entity(),
                entry.action(),
                entry.entityId(),
                entry.entityIds(),
                Json.embedded(entry.oldValues()),
                Json.embedded(entry.newValues()),
                entry.rows(),
                entry.rowsSha256(),
                entry.userId(),
                entry.role(),
                entry.requestId(),
                entry.address(),
                entry.reason(),
                entry.login());
    }
}
