package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds entries, newest first: of the store, or of every store of the scope. */
final class SearchAudit {

    private final Work work;
    private final List<Object> values = new ArrayList<>();
    private final StringBuilder conditions = new StringBuilder("ordinal < ?");

    SearchAudit(Work work) {
        this.work = work;
    }

    Page<AuditEntry> search(AuditQuery query) {
        String entries = entriesOf(query.entityId());
        values.add(query.page().beforeNumber());
        where("table_name = ?", query.entity());
        where("user_id = ?", query.userId());
        where("coalesce(note, operation) = ?", query.action());
        where("request_id = ?", query.requestId());
        where("at >= ?", query.from());
        where("at < ?", query.to());
        int limit = query.page().limit();
        values.add(limit + 1);
        values.add(limit + 1);
        List<AuditEntry> found = work.sql()
                .list(AuditEntry::of, """
                        select found.* from unnest(current_setting('app.store_ids')::uuid[]) scope (store)
                         cross join lateral (
                           select %s from %s where %s order by ordinal desc limit ?) found
                         order by ordinal desc limit ?
                        """.formatted(AuditEntry.COLUMNS, entries, conditions), values.toArray());
        return Page.of(found, limit, AuditEntry::id);
    }

    /** A row is found on its own, and among those that one statement added: each way has its index. */
    private String entriesOf(UUID entityId) {
        String ofStore = "select * from erp.audit_entries where store_id = scope.store";
        if (entityId == null) {
            return "(" + ofStore + ") e";
        }
        values.add(entityId);
        values.add(entityId);
        return "(" + ofStore + " and entity_id = ? union all " + ofStore
                + " and entity_ids is not null and ? = any (entity_ids)) e";
    }

    private void where(String condition, Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            values.add(value);
        }
    }
}
