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
        return work.sql()
                .list(
                        row -> new Finding(
                                store,
                                null,
                                row.text("ordinal"),
                                Kind.valueOf(row.text("problem")),
                                "a row of %s%s is not as the record says"
                                        .formatted(
                                                row.text("table_name"),
                                                row.uuid("entity_id") == null
                                                        ? ""
                                                        : " (" + row.uuid("entity_id") + ")")),
                        "select table_name, entity_id, ordinal, problem from erp.rows_off_the_record(?) limit ?",
                        store,
                        ChainReport.MOST);
    }
}
