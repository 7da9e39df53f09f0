package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;
import java.util.UUID;

/** Which entries; a null condition does not restrict. */
public record AuditQuery(String entity, UUID entityId, Instant from, Instant to, Page.Request page) {}
