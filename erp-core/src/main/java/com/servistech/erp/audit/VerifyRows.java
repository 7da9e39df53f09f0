package com.servistech.erp.audit;

import com.servistech.erp.audit.Finding.Kind;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.List;

/** Holds the rows of the business against the record: what was changed while nobody wrote it down. */
final class VerifyRows {

    private final Work work;
    private final StoreId store;

    VerifyRows(Work work, StoreId store) {
        this.work = work;
        this.store = store;
    }

    List<Finding> verify() {
        List<String> tables = work.sql()
                .list(
                        row -> row.text("relname"),
                        "select c.relname from pg_trigger g join pg_class c on c.oid = g.tgrelid"
                                + " where g.tgname = 'audit_insert' and c.relnamespace = 'erp'::regnamespace order by 1");
        return tables.stream()
                .flatMap(table -> offTheRecord(table).stream())
                .limit(ChainReport.MOST)
                .toList();
    }

    private List<Finding> offTheRecord(String table) {
        return work.sql()
                .list(
                        row -> {
                            String which = row.uuid("entity_id") == null ? "" : " (" + row.uuid("entity_id") + ")";
                            return new Finding(
                                    store,
                                    null,
                                    row.text("ordinal"),
                                    Kind.valueOf(row.text("problem")),
                                    "a row of " + table + which + " is not as the record says");
                        },
                        "select entity_id, ordinal, problem from erp.rows_off_the_record(?, ?) limit ?",
                        store,
                        table,
                        ChainReport.MOST);
    }
}
