package com.servistech.erp.ledger;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Reads which months are closed. */
final class PeriodClosings {

    private static final String CLOSINGS =
            "select id, period, closed_through, entries, debit_ves, closed_by, closed_at from erp.period_closings"
                    + " where store_id = ? ";

    private final Work work;

    PeriodClosings(Work work) {
        this.work = work;
    }

    boolean covers(Month month) {
        return work.sql()
                .first(PeriodClosings::closing, CLOSINGS + "and closed_through >= ?", work.store(), month.last())
                .isPresent();
    }

    PeriodClosing get(UUID id) {
        return work.sql()
                .first(PeriodClosings::closing, CLOSINGS + "and id = ?", work.store(), id)
                .orElseThrow();
    }

    Page<PeriodClosing> page(Page.Request page) {
        UUID before = page.beforeId();
        return Page.of(
                work.sql()
                        .list(
                                PeriodClosings::closing,
                                CLOSINGS + "and id < ? order by id desc limit ?",
                                work.store(),
                                before,
                                page.limit() + 1),
                page.limit(),
                closing -> closing.id().toString());
    }

    private static PeriodClosing closing(Sql.Row row) {
        return new PeriodClosing(
                row.uuid("id"),
                row.text("period"),
                row.date("closed_through"),
                row.bigint("entries"),
                new Money(row.decimal("debit_ves"), Currency.VES),
                row.uuid("closed_by"),
                row.instant("closed_at"));
    }
}
