package com.servistech.erp.health;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;

/** Health reports of the chain. */
public final class Health {

    private final Work work;
    private final OutsideFacts facts;

    public Health(Work work, OutsideFacts facts) {
        this.work = work;
        this.facts = facts;
    }

    /** Looks at everything now and keeps what was seen. */
    public HealthReport report() {
        work.require(Permission.JOBS_RUN);
        return new ReportHealth(work, facts).report();
    }

    /** Newest first. */
    public Page<HealthReport> list(Page.Request page) {
        work.require(Permission.JOBS_READ);
        return Page.of(
                work.sql()
                        .list(
                                row -> StoredReport.parse(row.text("report")),
                                "select report::text from erp.health_reports where store_id = ? and id < ? order by id desc limit ?",
                                StoreId.CHAIN,
                                page.beforeId(),
                                page.limit() + 1),
                page.limit(),
                report -> report.id().toString());
    }
}
