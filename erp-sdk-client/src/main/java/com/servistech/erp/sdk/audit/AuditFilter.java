package com.servistech.erp.sdk.audit;

import com.servistech.erp.sdk.CallOptions;
import java.time.Instant;
import java.util.UUID;

/** Which entries; without a condition all of them. */
public final class AuditFilter {

    private final CallOptions options;

    private AuditFilter(CallOptions options) {
        this.options = options;
    }

    public static AuditFilter all() {
        return new AuditFilter(CallOptions.none());
    }

    /** Of one table. */
    public AuditFilter entity(String table) {
        return with("entity", table);
    }

    /** About one row. */
    public AuditFilter id(UUID id) {
        return with("id", id.toString());
    }

    /** By one person. */
    public AuditFilter user(UUID id) {
        return with("userId", id.toString());
    }

    /** INSERT, UPDATE, DELETE, or what notes are about. */
    public AuditFilter action(String action) {
        return with("action", action);
    }

    /** By one request, as its answer's X-Request-ID named it. */
    public AuditFilter request(String id) {
        return with("requestId", id);
    }

    /** At or after. */
    public AuditFilter from(Instant instant) {
        return with("from", instant.toString());
    }

    /** Before. */
    public AuditFilter to(Instant instant) {
        return with("to", instant.toString());
    }

    public AuditFilter limit(int items) {
        return new AuditFilter(options.limit(items));
    }

    CallOptions options() {
        return options;
    }

    private AuditFilter with(String name, String value) {
        return new AuditFilter(options.query(name, value));
    }
}
