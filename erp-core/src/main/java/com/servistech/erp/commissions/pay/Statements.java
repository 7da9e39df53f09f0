package com.servistech.erp.commissions.pay;

import com.servistech.erp.commissions.decision.TermsBook;
import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.rule.Pay;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Statements of the store: as they were approved, and before that as they would be. */
public final class Statements {

    private static final String FROZEN = """
            select s.*, p.period, u.name, o.id payout_id, o.method, o.currency, o.amount, o.rate_source, o.rate, o.rate_value_date,
                   o.reference, o.paid_by, o.paid_at
              from erp.commission_statements s
              join erp.commission_periods p on p.store_id = s.store_id and p.id = s.period_id and p.approvals = s.approval
               and p.state <> 'CALCULATED'
              join erp.users u on u.id = s.person_id
              left join erp.commission_payouts o on o.store_id = s.store_id and o.statement_id = s.id
             where s.store_id = ? and p.period = ? order by u.name, s.person_id
            """;

    /** What the payment itself writes (PAYOUT, and CARRY that leaves the month) is no part of what is paid. */
    private static final String FIGURES = """
            select e.person_id, u.name, count(*)::int entries,
                   coalesce(sum(e.amount) filter (where e.kind <> 'CARRY' and e.basis <> 'DEBIT'), 0) earned,
                   coalesce(sum(e.amount) filter (where e.basis = 'DEBIT'), 0) debited,
                   coalesce(sum(e.amount) filter (where e.kind = 'CARRY'), 0) carry,
                   encode(sha256(convert_to(string_agg(concat_ws(' ', e.id, e.kind, e.basis, e.amount), E'\\n' order by e.id), 'UTF8')), 'hex') sha256
              from erp.commission_entries e join erp.users u on u.id = e.person_id
             where e.store_id = ? and e.period = ? and e.kind <> 'PAYOUT' and not (e.kind = 'CARRY' and e.amount > 0)
             group by e.person_id, u.name order by u.name, e.person_id
            """;

    private final Work work;

    public Statements(Work work) {
        this.work = work;
    }

    public List<StatementView> of(PeriodView period) {
        return period.isFrozen() ? frozen(period.period()) : drafts(Period.of(period.period()));
    }

    List<StatementView> frozen(String period) {
        return work.sql().list(Statements::frozen, FROZEN, work.store(), period);
    }

    /** As they would be if the month were approved now. */
    List<StatementView> drafts(Period period) {
        Terms.CapScope scope = new TermsBook(work).on(period.last()).capScope();
        return work.sql().list(row -> draft(period, scope, row), FIGURES, work.store(), period.toString());
    }

    void freeze(PeriodView period, StatementView draft, UUID id) {
        work.sql()
                .update(
                        "insert into erp.commission_statements (store_id, id, period_id, approval, person_id, earned, debited,"
                                + " opening_carry, cap, recovered, pay, closing_carry, cap_scope, entries, sha256, approved_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        period.id(),
                        period.approvals() + 1,
                        draft.personId(),
                        draft.earned().amount(),
                        draft.debited().amount(),
                        draft.openingCarry().amount(),
                        draft.cap().amount(),
                        draft.recovered().amount(),
                        draft.pay().amount(),
                        draft.closingCarry().amount(),
                        draft.capScope(),
                        draft.entries(),
                        draft.sha256(),
                        work.now());
    }

    private static StatementView draft(Period period, Terms.CapScope scope, Sql.Row row) {
        Pay pay = new Pay(usd(row, "earned"), usd(row, "debited"), usd(row, "carry"), scope);
        return new StatementView(
                null,
                period.toString(),
                row.uuid("person_id"),
                row.text("name"),
                pay.earned(),
                pay.debited(),
                pay.openingCarry(),
                pay.cap(),
                pay.recovered(),
                pay.pay(),
                pay.closingCarry(),
                scope.name(),
                row.integer("entries"),
                row.text("sha256"),
                null,
                null);
    }

    private static StatementView frozen(Sql.Row row) {
        return new StatementView(
                row.uuid("id"),
                row.text("period"),
                row.uuid("person_id"),
                row.text("name"),
                usd(row, "earned"),
                usd(row, "debited"),
                usd(row, "opening_carry"),
                usd(row, "cap"),
                usd(row, "recovered"),
                usd(row, "pay"),
                usd(row, "closing_carry"),
                row.text("cap_scope"),
                row.integer("entries"),
                row.text("sha256"),
                row.instant("approved_at"),
                row.uuid("payout_id") == null ? null : payout(row));
    }

    private static StatementView.Payout payout(Sql.Row row) {
        return new StatementView.Payout(
                row.uuid("payout_id"),
                row.text("method"),
                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                row.text("rate_source"),
                row.decimal("rate"),
                row.date("rate_value_date"),
                row.text("reference"),
                row.uuid("paid_by"),
                row.instant("paid_at"));
    }

    private static Money usd(Sql.Row row, String column) {
        return new Money(row.decimal(column), Currency.USD);
    }
}
