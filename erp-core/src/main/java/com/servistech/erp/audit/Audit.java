package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;

/** Reads the audit and proves its chain. */
public final class Audit {

    private final Work work;

    public Audit(Work work) {
        this.work = work;
    }

    /** Newest first. */
    public Page<AuditEntry> list(AuditQuery query) {
        work.require(Permission.AUDIT_READ);
        long before = query.page().beforeNumber();
        return Page.of(
                work.sql()
                        .list(
                                Audit::toEntry,
                                """
                                select id, ordinal, at, table_name, operation, entity_id, old_values::text, new_values::text,
                                       row_count, rows_sha256, user_id, role, request_id, address, reason
                                  from erp.audit_entries
                                 where store_id = ? and ordinal < ?
                                   and (?::text is null or table_name = ?::text) and (?::uuid is null or entity_id = ?::uuid)
                                   and (?::timestamptz is null or at >= ?::timestamptz)
                                   and (?::timestamptz is null or at < ?::timestamptz)
                                 order by ordinal desc limit ?
                                """,
                                work.home(),
                                before,
                                query.entity(),
                                query.entity(),
                                query.entityId(),
                                query.entityId(),
                                query.from(),
                                query.from(),
                                query.to(),
                                query.to(),
                                query.page().limit() + 1),
                query.page().limit(),
                entry -> Long.toString(entry.ordinal()));
    }

    /** The first position of this store's chain that does not fit, or nothing when all of it does. */
    public Optional<Long> firstBrokenLink() {
        work.require(Permission.AUDIT_READ);
        return work.sql()
                .first(
                        row -> Optional.ofNullable(row.text("broken")),
                        "select erp.first_broken_link(?)::text broken",
                        work.home())
                .flatMap(found -> found)
                .map(Long::parseLong);
    }

    private static AuditEntry toEntry(Sql.Row row) {
        return new AuditEntry(
                row.uuid("id"),
                row.bigint("ordinal"),
                row.instant("at"),
                row.text("table_name"),
                row.text("operation"),
                row.uuid("entity_id"),
                row.text("old_values"),
                row.text("new_values"),
                row.integer("row_count"),
                row.text("rows_sha256"),
                row.uuid("user_id"),
                row.text("role"),
                row.text("request_id"),
                row.text("address"),
                row.text("reason"));
    }
}
