package com.servistech.erp.billing.payment;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/** Reads payments, and what is due on an invoice today. */
final class PaymentBook {

    private final Work work;

    PaymentBook(Work work) {
        this.work = work;
    }

    Money due(UUID id) {
        DocumentRate today = new Rates(work)
                .forDocument(work.today(), new Stores(work).current().issuer());
        return work.sql()
                .first(
                        row -> debt(row, "rate", today.rate()).dueVes(),
                        "select b.balance, b.released_ves, i.total_ves, i.rate from erp.invoices i"
                                + " join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id"
                                + " where i.store_id = ? and i.id = ?",
                        work.store(),
                        id)
                .orElseThrow(() -> new NotFound("invoices.not-found", "There is no such invoice"));
    }

    private static Application.Debt debt(Sql.Row row, String issueRate, BigDecimal today) {
        return new Application.Debt(
                new OpenDebt(row.decimal("balance")),
                money(row, "total_ves", Currency.VES),
                money(row, "released_ves", Currency.VES),
                row.decimal(issueRate),
                today);
    }

    PaymentView payment(UUID id) {
        DocumentRate today = new Rates(work)
                .forDocument(work.today(), new Stores(work).current().issuer());
        return work.sql()
                .first(row -> payment(row, today.rate()), """
                        select p.*, r.value_date, d.decision, d.applied, d.igtf, d.change, d.credit,
                               b.balance, b.released_ves, b.status, i.total_ves, i.rate issue_rate
                          from erp.payments p
                          join erp.exchange_rates r on r.id = p.rate_id
                          join erp.invoices i on i.store_id = p.store_id and i.id = p.invoice_id
                          join erp.invoice_balances b on b.store_id = p.store_id and b.id = p.invoice_id
                          left join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
                         where p.store_id = ? and p.id = ?
                        """, work.store(), id)
                .orElseThrow(() -> new NotFound("payments.not-found", "There is no such payment"));
    }

    private static PaymentView payment(Sql.Row row, BigDecimal today) {
        Currency currency = Currency.valueOf(row.text("currency"));
        boolean decided = row.text("decision") != null;
        Application.Debt debt = debt(row, "issue_rate", today);
        return new PaymentView(
                row.uuid("id"),
                row.uuid("invoice_id"),
                decided ? row.text("decision") : "REPORTED",
                PaymentMethod.valueOf(row.text("method")),
                money(row, "amount", currency),
                decided ? Money.rounded(row.decimal("applied"), Currency.USD) : Money.zero(Currency.USD),
                decided ? money(row, "igtf", Currency.USD) : Money.zero(Currency.USD),
                new PaymentView.Rate(row.uuid("rate_id"), row.decimal("rate"), row.date("value_date")),
                decided ? money(row, "change", currency) : Money.zero(currency),
                decided ? money(row, "credit", currency) : Money.zero(currency),
                debt.debt().shown(),
                debt.debt().isSettled() ? Money.zero(Currency.VES) : debt.dueVes(),
                row.text("status"));
    }

    private static Money money(Sql.Row row, String column, Currency currency) {
        return new Money(row.decimal(column), currency);
    }
}
