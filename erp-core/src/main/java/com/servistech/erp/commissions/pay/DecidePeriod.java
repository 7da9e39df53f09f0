package com.servistech.erp.commissions.pay;

import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;

/** Approves, reopens and closes a month: approval freezes every person's statement (CR-17). */
public final class DecidePeriod {

    private final Work work;
    private final Periods periods;

    public DecidePeriod(Work work) {
        this.work = work;
        this.periods = new Periods(work);
    }

    /**
     * @throws Conflict {@code commissions.not-calculated}, {@code commissions.period-frozen}, {@code commissions.earlier-open}
     *     while a month before is not paid, {@code commissions.debit-answer-open} while somebody may still answer a debit
     * @throws Forbidden {@code commissions.own-calculation}
     */
    public PeriodView approve(Period period) {
        PeriodView held = held(period);
        if (held.isFrozen()) {
            throw new Conflict("commissions.period-frozen", "This month was approved already");
        }
        if (work.userId().equals(held.calculatedBy())) {
            throw new Forbidden(
                    "commissions.own-calculation", "Another person than who calculated a month approves it");
        }
        requireEarlierPaid(period);
        requireAnswered(period);
        Statements statements = new Statements(work);
        statements.drafts(period).forEach(draft -> statements.freeze(held, draft, work.newId()));
        periods.approved(held.id());
        new Outbox(work).add("commissions.approved", held.id(), Map.of("period", period.toString()));
        return periods.get(period);
    }

    /**
     * Takes an approval back, as long as nobody was paid.
     *
     * @throws Conflict {@code commissions.not-approved}, {@code commissions.paid}
     */
    public PeriodView reopen(Period period, String reason) {
        Problems problems = new Problems();
        String why = problems.required("/reason", reason, 400);
        if (why != null && why.length() < 5) {
            problems.add("/reason", "text.length", "Say why in 5 to 400 characters");
        }
        problems.refuseIfAny();
        PeriodView held = held(period);
        if (held.state().equals("CALCULATED")) {
            throw new Conflict("commissions.not-approved", "This month is open");
        }
        boolean paid = new Statements(work).of(held).stream().anyMatch(statement -> statement.payout() != null);
        if (paid || !held.state().equals("APPROVED")) {
            throw new Conflict(
                    "commissions.paid", "Somebody was paid for this month: corrections go to the open month");
        }
        periods.reopened(held.id(), why);
        return periods.get(period);
    }

    /** For good. @throws Conflict {@code commissions.not-paid}, {@code commissions.period-closed} */
    public PeriodView close(Period period) {
        PeriodView held = held(period);
        if (held.state().equals("CLOSED")) {
            throw new Conflict("commissions.period-closed", "This month is closed already");
        }
        if (!held.state().equals("PAID")) {
            throw new Conflict("commissions.not-paid", "A month is closed once everybody is paid");
        }
        periods.closed(held.id());
        return periods.get(period);
    }

    private PeriodView held(Period period) {
        work.require(Permission.COMMISSIONS_APPROVE);
        periods.hold();
        return periods.find(period)
                .orElseThrow(() -> new Conflict("commissions.not-calculated", "Settle this month before approving it"));
    }

    private void requireEarlierPaid(Period period) {
        work.sql()
                .first(
                        row -> row.text("period"),
                        "select period from erp.commission_periods where store_id = ? and period < ?"
                                + " and state not in ('PAID', 'CLOSED') order by period limit 1",
                        work.store(),
                        period.toString())
                .ifPresent(open -> {
                    throw new Conflict(
                            "commissions.earlier-open", "Pay %s first: its debts are carried on".formatted(open));
                });
    }

    private void requireAnswered(Period period) {
        work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select d.id from erp.commission_entries e join erp.commission_debits d on d.store_id = e.store_id and d.id = e.debit_id"
                                + " where e.store_id = ? and e.period = ? and e.kind = 'DEBIT' and d.answer_until > ?"
                                + " and not exists (select from erp.commission_answers a where a.store_id = d.store_id and a.debit_id = d.id)",
                        work.store(),
                        period.toString(),
                        work.today())
                .ifPresent(debit -> {
                    throw new Conflict(
                            "commissions.debit-answer-open", "The person may still answer the debit " + debit);
                });
    }
}
