package com.servistech.erp.billing.explain;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads payments with what was kept of their computation; a deposit as it was applied to its invoice. */
final class PaidRows {

    private static final String PAID = """
            select p.id, p.method, p.currency, p.amount, p.rate_id, p.rate, r.value_date, p.igtf_percent, p.igtf_method,
                   p.igtf_source, coalesce(a.applied, d.applied) applied, d.value_ves,
                   coalesce(a.released_ves, d.released_ves) released_ves, d.igtf, d.igtf_ves, d.change,
                   coalesce(a.credit, d.credit) credit,
                   case when x.id is not null then 'REVERSED' else coalesce(d.decision, 'REPORTED') end state
              from erp.payments p
              join erp.exchange_rates r on r.id = p.rate_id
              left join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
              left join erp.payment_reversals x on x.store_id = p.store_id and x.payment_id = p.id
              left join erp.deposit_applications a on a.store_id = p.store_id and a.payment_id = p.id
            """;

    private final Work work;

    PaidRows(Work work) {
        this.work = work;
    }

    Paid one(UUID paymentId) {
        return work.sql()
                .first(PaidRows::paid, PAID + " where p.id = ?", paymentId)
                .orElseThrow(() -> new NotFound("payments.not-found", "There is no such payment"));
    }

    /** Oldest first. */
    List<Paid> of(UUID invoiceId) {
        return work.sql()
                .list(
                        PaidRows::paid,
                        PAID
                                + " where p.invoice_id = ? or a.invoice_id = ? order by coalesce(a.applied_at, p.taken_at), p.id",
                        invoiceId,
                        invoiceId);
    }

    private static Paid paid(Sql.Row row) {
        Currency currency = Currency.valueOf(row.text("currency"));
        boolean decided = row.decimal("applied") != null;
        return new Paid(
                row.uuid("id"),
                row.text("method"),
                row.text("state"),
                new Money(row.decimal("amount"), currency),
                row.uuid("rate_id"),
                row.decimal("rate"),
                row.date("value_date"),
                row.decimal("igtf_percent"),
                row.text("igtf_method"),
                row.text("igtf_source"),
                row.decimal("applied"),
                decided ? new Money(row.decimal("value_ves"), Currency.VES) : null,
                decided ? new Money(row.decimal("released_ves"), Currency.VES) : null,
                decided ? new Money(row.decimal("igtf"), Currency.USD) : null,
                decided ? new Money(row.decimal("igtf_ves"), Currency.VES) : null,
                decided ? new Money(row.decimal("change"), currency) : null,
                decided ? new Money(row.decimal("credit"), currency) : null);
    }
}
