package com.servistech.erp.rates;

import com.servistech.erp.error.Problems;
import com.servistech.erp.rates.BankingCalendar.Change;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;

/** The banking calendar with what was announced since it shipped. */
final class Holidays {

    private static final int LONGEST_SOURCE = 200;

    private final Work work;

    Holidays(Work work) {
        this.work = work;
    }

    BankingCalendar calendar() {
        return BankingCalendar.shipped()
                .with(work.sql()
                        .list(
                                row -> new Change(row.date("day"), row.bool("closed"), row.text("source")),
                                "select distinct on (day) day, closed, source from erp.bank_holidays"
                                        + " order by day, recorded_at desc, id desc"));
    }

    void add(Change change) {
        work.require(Permission.RATES_WRITE);
        Problems problems = new Problems();
        String source = problems.required("/source", change.source(), LONGEST_SOURCE);
        if (source != null && source.length() < 5) {
            problems.add("/source", "text.too-short", "Say who announced it, in at least 5 characters");
        }
        if (BankingCalendar.isWeekend(change.day())) {
            problems.add("/day", "rates.weekend", "Banks are closed on weekends anyway");
        }
        problems.refuseIfAny();
        work.sql()
                .update(
                        "insert into erp.bank_holidays (id, day, closed, source, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, ?::uuid, ?)",
                        work.newId(),
                        change.day(),
                        change.closed(),
                        source,
                        work.user().orElse(null),
                        work.now());
    }
}
