package com.servistech.erp.billing.payment;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads payments and deposits, and what is due on an invoice today. */
final class PaymentBook {

    private static final String PAYMENTS = """
            select p.*, o.value_date, d.decision, d.applied, d.igtf, d.igtf_ves, d.change, d.change_in_kind given_in_kind,
                   d.change_other, d.change_other_currency, coalesce(a.credit, 0) + coalesce(d.credit, 0) left_credit,
                   coalesce(r.reason, d.reason) reason, r.id is not null reversed, a.invoice_id applied_to,
                   b.balance, b.released_ves, b.status, i.total_ves, i.rate issue_rate,
                   coalesce(i.policies->>'FX_SETTLEMENT' = 'VES_ANCHORED', false) in_bolivares
              from erp.payments p
              join erp.exchange_rates o on o.id = p.rate_id
              left join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
              left join erp.payment_reversals r on r.store_id = p.store_id and r.payment_id = p.id
              left join erp.deposit_applications a on a.store_id = p.store_id and a.payment_id = p.id
              left join erp.invoices i on i.store_id = p.store_id and i.id = coalesce(p.invoice_id, a.invoice_id)
              left join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
             where p.store_id = ?
            """;

    private final Work work;

    PaymentBook(Work work) {
        this.work = work;
    }

    Money due(UUID invoiceId) {
        return new InvoiceDebts(work).read(invoiceId).debt().dueVes(new TodaysRate(work).get());
    }

    PaymentView payment(UUID id) {
        Optional<BigDecimal> today = new TodaysRate(work).ifKnown();
        return work.sql()
                .first(row -> payment(row, today), PAYMENTS + " and p.id = ?", work.store(), id)
                .orElseThrow(() -> new NotFound("payments.not-found", "There is no such payment"));
    }

    Page<PaymentView> ofInvoice(UUID invoiceId, Page.Request page) {
        return page("(p.invoice_id = ? or a.invoice_id = ?)", page, invoiceId, invoiceId);
    }

    Page<PaymentView> ofOrder(UUID orderId, Page.Request page) {
        return page("p.order_id = ? and ?::uuid is not null", page, orderId, orderId);
    }

    /** Those that wait for somebody to see them arrive. */
    Page<PaymentView> reported(Page.Request page) {
        return page("d.id is null and ?::uuid is null and ?::uuid is null", page, null, null);
    }

    private Page<PaymentView> page(String which, Page.Request page, UUID first, UUID second) {
        Optional<BigDecimal> today = new TodaysRate(work).ifKnown();
        List<PaymentView> found = work.sql()
                .list(
                        row -> payment(row, today),
                        PAYMENTS + " and " + which + " and p.id < ? order by p.id desc limit ?",
                        work.store(),
                        first,
                        second,
                        page.beforeId(),
                        page.limit() + 1);
        return Page.of(found, page.limit(), payment -> payment.id().toString());
    }

    private static PaymentView payment(Sql.Row row, Optional<BigDecimal> today) {
        Currency currency = Currency.valueOf(row.text("currency"));
        boolean deposit = row.uuid("order_id") != null;
        Debt debt = row.decimal("balance") == null ? null : debt(row);
        return new PaymentView(
                row.uuid("id"),
                deposit ? row.uuid("applied_to") : row.uuid("invoice_id"),
                row.uuid("order_id"),
                row.text("receipt_number"),
                state(row),
                row.text("method"),
                money(row, "amount", currency),
                Money.rounded(orZero(row, "applied"), deposit ? currency : Currency.USD),
                money(row, "igtf", Currency.USD),
                money(row, "igtf_ves", Currency.VES),
                new PaymentView.Rate(row.uuid("rate_id"), row.decimal("rate"), row.date("value_date")),
                money(row, "change", currency),
                changes(row, currency),
                money(row, "left_credit", currency),
                debt == null ? null : debt.usd().shown(),
                debt == null ? null : today.map(debt::dueVes).orElse(null),
                row.text("status"),
                row.text("reference"),
                row.text("bank_code"),
                row.text("voucher_number"),
                row.uuid("account_id"),
                row.uuid("credit_id"),
                row.date("paid_on"),
                row.instant("taken_at"),
                row.text("reason"));
    }

    private static String state(Sql.Row row) {
        if (row.bool("reversed")) {
            return "REVERSED";
        }
        return row.text("decision") == null ? "REPORTED" : row.text("decision");
    }

    private static List<Money> changes(Sql.Row row, Currency currency) {
        String other = row.text("change_other_currency");
        return Stream.of(
                        money(row, "given_in_kind", currency),
                        money(row, "change_other", other == null ? Currency.VES : Currency.valueOf(other)))
                .filter(Money::isPositive)
                .toList();
    }

    private static Debt debt(Sql.Row row) {
        return new Debt(
                new OpenDebt(row.decimal("balance")),
                money(row, "total_ves", Currency.VES),
                money(row, "released_ves", Currency.VES),
                row.decimal("issue_rate"),
                row.bool("in_bolivares"));
    }

    private static Money money(Sql.Row row, String column, Currency currency) {
        return new Money(orZero(row, column), currency);
    }

    private static BigDecimal orZero(Sql.Row row, String column) {
        BigDecimal value = row.decimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }
}
