package com.servistech.erp.ledger;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Closes the books of a month, and of all before it, for good: the database refuses an entry into it from then on. */
final class ClosePeriod {

    private final Work work;

    ClosePeriod(Work work) {
        this.work = work;
    }

    /**
     * @throws Conflict {@code ledger.period-not-over} while the month is running, {@code ledger.period-closed} the
     *     second time
     */
    PeriodClosing close(Month month) {
        work.require(Permission.PERIODS_CLOSE);
        if (!work.today().isAfter(month.last())) {
            throw new Conflict("ledger.period-not-over", "The month %s is not over yet".formatted(month));
        }
        // entries under way are waited for, those after it are refused: the sums below are final
        work.sql().call("select erp.hold_period(?)", work.store());
        if (new PeriodClosings(work).covers(month)) {
            throw new Conflict("ledger.period-closed", "The books of %s are closed already".formatted(month));
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.period_closings (store_id, id, period, closed_through, entries, debit_ves, credit_ves,"
                                + " closed_by, closed_at)"
                                + " select ?, ?, ?, ?, count(distinct e.id), coalesce(sum(l.ves) filter (where l.ves > 0), 0),"
                                + " coalesce(sum(l.ves) filter (where l.ves < 0), 0), ?, ?"
                                + " from erp.journal_entries e"
                                + " left join erp.journal_lines l on l.store_id = e.store_id and l.entry_id = e.id"
                                + " where e.store_id = ? and e.business_day between ? and ?",
                        work.store(),
                        id,
                        month.toString(),
                        month.last(),
                        work.userId(),
                        work.now(),
                        work.store(),
                        month.first(),
                        month.last());
        new Outbox(work).add("ledger.closed", id, Map.of("month", month.toString()));
        return new PeriodClosings(work).get(id);
    }
}
