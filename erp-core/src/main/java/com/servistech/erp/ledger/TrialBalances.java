package com.servistech.erp.ledger;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.function.Function;

/** Sums the journal up. */
final class TrialBalances {

    private static final String SUMS = """
            select a.code, a.number, a.name, a.kind, l.currency,
                   coalesce(sum(l.amount) filter (where e.business_day < ?), 0) opening,
                   coalesce(sum(l.amount) filter (where e.business_day >= ? and l.amount > 0), 0) debit,
                   -coalesce(sum(l.amount) filter (where e.business_day >= ? and l.amount < 0), 0) credit,
                   coalesce(sum(l.ves) filter (where e.business_day < ?), 0) opening_ves,
                   coalesce(sum(l.ves) filter (where e.business_day >= ? and l.ves > 0), 0) debit_ves,
                   -coalesce(sum(l.ves) filter (where e.business_day >= ? and l.ves < 0), 0) credit_ves
              from erp.journal_lines l
              join erp.journal_entries e on e.store_id = l.store_id and e.id = l.entry_id
              join erp.accounts a on a.code = l.account
             where l.store_id = ? and e.business_day <= ?
             group by a.code, a.number, a.name, a.kind, l.currency
            having max(e.business_day) >= ? or sum(l.amount) <> 0 or sum(l.ves) <> 0
             order by a.number, l.currency
            """;

    private final Work work;

    TrialBalances(Work work) {
        this.work = work;
    }

    TrialBalance of(Month month) {
        List<TrialBalance.Row> rows = work.sql()
                .list(
                        TrialBalances::row,
                        SUMS,
                        month.first(),
                        month.first(),
                        month.first(),
                        month.first(),
                        month.first(),
                        month.first(),
                        work.store(),
                        month.last(),
                        month.first());
        return new TrialBalance(
                month.toString(),
                isClosed(month),
                sum(rows, TrialBalance.Row::debitVes),
                sum(rows, TrialBalance.Row::creditVes),
                rows);
    }

    private boolean isClosed(Month month) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.period_closings where store_id = ? and closed_through >= ?",
                        work.store(),
                        month.last())
                .isPresent();
    }

    private static TrialBalance.Row row(Sql.Row row) {
        Currency currency = Currency.valueOf(row.text("currency"));
        Money opening = new Money(row.decimal("opening"), currency);
        Money debit = new Money(row.decimal("debit"), currency);
        Money credit = new Money(row.decimal("credit"), currency);
        Money openingVes = new Money(row.decimal("opening_ves"), Currency.VES);
        Money debitVes = new Money(row.decimal("debit_ves"), Currency.VES);
        Money creditVes = new Money(row.decimal("credit_ves"), Currency.VES);
        return new TrialBalance.Row(
                row.text("code"),
                row.text("number"),
                row.text("name"),
                row.text("kind"),
                opening,
                debit,
                credit,
                opening.plus(debit).minus(credit),
                openingVes,
                debitVes,
                creditVes,
                openingVes.plus(debitVes).minus(creditVes));
    }

    private static Money sum(List<TrialBalance.Row> rows, Function<TrialBalance.Row, Money> part) {
        return rows.stream().map(part).reduce(Money.zero(Currency.VES), Money::plus);
    }
}
