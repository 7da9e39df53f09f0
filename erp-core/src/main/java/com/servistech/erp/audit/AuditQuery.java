package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;
import java.util.UUID;

/**
 * Which entries; a null condition does not restrict.
 *
 * @param entity the table
 * @param action as {@link AuditEntry#action()}
 */
public record AuditQuery(
        String entity,
        UUID entityId,
        UUID userId,
        String action,
        String requestId,
        Instant from,
        Instant to,
        Page.Request page) {

    public AuditQuery(String entity, UUID entityId, Instant from, Instant to, Page.Request page) {
        this(entity, entityId, null, null, null, from, to, page);
    }
}
