package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What invoices owe: read, locked and changed here. The balance's row is the lock of all payments of an invoice. */
final class InvoiceDebts {

    private static final String OWED = """
            select i.id, i.customer_id, i.customer_document, i.issuer_id, i.rate_id, i.business_day, i.total + b.debited - b.credited asked, i.total_ves, i.rate,
                   i.policies->>'FX_SETTLEMENT' fx, b.status, b.balance, b.released_ves,
                   (select coalesce(sum(t.amount_ves), 0) from erp.invoice_taxes t
                     where t.store_id = i.store_id and t.invoice_id = i.id) iva_ves,
                   (select coalesce(sum(case n.kind when 'CREDIT' then -x.amount_ves else x.amount_ves end), 0) from erp.notes n
                      join erp.note_taxes x on x.store_id = n.store_id and x.note_id = n.id
                     where n.store_id = i.store_id and n.invoice_id = i.id) iva_of_notes_ves
              from erp.invoices i join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
             where i.store_id = ? and i.id = ?
            """;

    private final Work work;

    InvoiceDebts(Work work) {
        this.work = work;
    }

    Owed read(UUID invoiceId) {
        return work.sql()
                .first(InvoiceDebts::owed, OWED, work.store(), invoiceId)
                .orElseThrow(() -> new NotFound("invoices.not-found", "There is no such invoice"));
    }

    Owed lock(UUID invoiceId) {
        work.sql()
                .call(
                        "select 1 from erp.invoice_balances where store_id = ? and id = ? for no key update",
                        work.store(),
                        invoiceId);
        return read(invoiceId);
    }

    /** The one that stands: what credit notes took back in full takes no money of the order any more. */
    Optional<UUID> invoiceOf(UUID orderId) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select i.id from erp.invoices i join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id"
                                + " where i.store_id = ? and i.order_id = ? and b.status <> 'CREDITED'",
                        work.store(),
                        orderId);
    }

    /** @throws Conflict when nothing is owed: {@code invoices.paid}, {@code invoices.credited} */
    static void requireOpen(Owed owed) {
        if (owed.status().equals("PAID")) {
            throw new Conflict("invoices.paid", "This invoice is paid already");
        } else if (owed.status().equals("CREDITED")) {
            throw new Conflict("invoices.credited", "Credit notes took all of this invoice back");
        }
    }

    /** @throws Conflict {@code payments.invoice-refunded} when credit notes gave back of what its payments had settled */
    void requireNotRefunded(Owed owed) {
        boolean refunded = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.refunds_due r join erp.notes n on n.store_id = r.store_id and n.id = r.id"
                                + " where n.store_id = ? and n.invoice_id = ? and r.amount > 0",
                        work.store(),
                        owed.invoiceId())
                .isPresent();
        if (refunded) {
            throw new Conflict(
                    "payments.invoice-refunded", "Credit notes owe the customer of what was paid: it stays paid");
        }
    }

    /** Takes off a locked invoice what was applied to it. */
    void apply(Owed owed, BigDecimal applied, Money releasedVes) {
        if (applied.signum() == 0 && releasedVes.isZero()) {
            return;
        }
        boolean settled = applied.compareTo(owed.debt().usd().usd()) == 0;
        update(owed.invoiceId(), applied.negate(), releasedVes, settled ? "PAID" : "PARTIAL");
        if (settled) {
            new Outbox(work).add("invoices.paid", owed.invoiceId(), Map.of());
        }
    }

    /** Gives a locked invoice back what had been applied to it. */
    void giveBack(Owed owed, BigDecimal applied, Money releasedVes) {
        if (applied.signum() == 0 && releasedVes.isZero()) {
            return;
        }
        BigDecimal owes = owed.debt().usd().usd().add(applied);
        boolean untouched = owes.compareTo(owed.asked().amount()) >= 0;
        update(owed.invoiceId(), applied, releasedVes.negated(), untouched ? "PENDING" : "PARTIAL");
        if (owed.status().equals("PAID")) {
            new Outbox(work).add("invoices.reopened", owed.invoiceId(), Map.of());
        }
    }

    private void update(UUID invoiceId, BigDecimal usd, Money releasedVes, String status) {
        work.sql()
                .update(
                        "update erp.invoice_balances set balance = balance + ?, released_ves = released_ves + ?, status = ?,"
                                + " fully_paid_at = ?::timestamptz, version = version + 1 where store_id = ? and id = ?",
                        usd,
                        releasedVes.amount(),
                        status,
                        status.equals("PAID") ? work.now() : null,
                        work.store(),
                        invoiceId);
    }

    private static Owed owed(Sql.Row row) {
        Debt debt = new Debt(
                new OpenDebt(row.decimal("balance")),
                new Money(row.decimal("total_ves"), Currency.VES),
                new Money(row.decimal("released_ves"), Currency.VES),
                row.decimal("rate"),
                row.text("fx").equals("VES_ANCHORED"));
        return new Owed(
                row.uuid("id"),
                row.uuid("customer_id"),
                row.text("customer_document"),
                row.uuid("issuer_id"),
                row.uuid("rate_id"),
                row.date("business_day"),
                row.text("fx").equals("FISCAL_NOTE"),
                row.text("status"),
                debt,
                new Money(row.decimal("asked"), Currency.USD),
                new Money(row.decimal("iva_ves"), Currency.VES),
                new Money(row.decimal("iva_ves").add(row.decimal("iva_of_notes_ves")), Currency.VES));
    }
}
