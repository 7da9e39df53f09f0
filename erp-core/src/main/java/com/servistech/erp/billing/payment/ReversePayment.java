package com.servistech.erp.billing.payment;

import com.servistech.erp.cash.CashMovementKind;
import com.servistech.erp.cash.Drawer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * Takes a confirmed payment back: it was wrong, or the bank took it back. Its entry is mirrored today, the invoice owes
 * again what it had settled, cash goes back out of the drawer, credit goes back where it came from, and the reference is
 * free for what it really paid. The payment itself stays as it was.
 */
final class ReversePayment {

    private record Confirmed(
            BigDecimal applied,
            Money released,
            Money kept,
            Money changeOther,
            Money difference,
            UUID entry,
            UUID invoice,
            UUID applicationEntry) {}

    private static final String CONFIRMED = """
            select coalesce(a.applied, case when p.invoice_id is not null then d.applied end, 0) applied,
                   coalesce(a.released_ves, d.released_ves) released_ves, p.currency, p.amount - d.change_in_kind kept,
                   case when p.invoice_id is not null then d.value_ves - d.released_ves
                        else coalesce(d.value_ves - case p.currency when 'VES' then a.credit else round(a.credit * p.rate, 2) end - a.released_ves, 0)
                   end difference,
                   d.change_other, coalesce(d.change_other_currency, 'VES') change_other_currency, d.entry_id,
                   coalesce(p.invoice_id, a.invoice_id) invoice_id, a.entry_id application_entry
              from erp.payments p
              join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
              left join erp.deposit_applications a on a.store_id = p.store_id and a.payment_id = p.id
             where p.store_id = ? and p.id = ?
            """;

    private final Work work;

    ReversePayment(Work work) {
        this.work = work;
    }

    /**
     * @throws Conflict {@code payments.not-confirmed}, {@code payments.reversed}, {@code payments.credit-used}, {@code payments.invoice-refunded},
     *     {@code payments.igtf-noted},
     *     {@code cash.no-open-session}, {@code cash.not-enough}
     */
    void reverse(UUID id, String reason) {
        work.require(Permission.PAYMENTS_REVERSE);
        StoredPayment payment = new PaymentRows(work).get(id);
        String why = RejectPayment.reason(reason);
        if (payment.isDeposit()) {
            new Deposits(work).hold(payment.orderId());
        }
        Confirmed confirmed = confirmed(id);
        InvoiceDebts debts = new InvoiceDebts(work);
        Owed owed = confirmed.invoice() == null ? null : debts.lock(confirmed.invoice());
        if (new PaymentRows(work).get(id).reversed()) {
            throw new Conflict("payments.reversed", "This payment was taken back already");
        }
        if (owed != null) {
            debts.requireNotRefunded(owed);
            new FollowUpNotes(work).requireNoneOfIgtf(id);
        }
        UUID session = payment.session() == null ? null : new Drawer(work).sessionFor(null);
        new Credits(work).undo(id);
        UUID entry = mirror(payment, confirmed);
        if (session != null) {
            giveOut(session, confirmed, id, entry);
        }
        if (payment.tender().family() == Family.CREDIT) {
            new Credits(work).giveBack(payment.creditId(), payment.tender().amount(), carried(confirmed.entry()));
        }
        if (owed != null) {
            debts.giveBack(owed, confirmed.applied(), confirmed.released());
        }
        new References(work).free(id);
        insert(id, why, session, entry);
        if (owed != null) {
            new FollowUpNotes(work).exchange(owed, id, confirmed.difference().negated());
        }
        new Outbox(work).add("payments.reversed", id, Map.of());
    }

    private Confirmed confirmed(UUID id) {
        return work.sql()
                .first(ReversePayment::confirmed, CONFIRMED, work.store(), id)
                .orElseThrow(() -> new Conflict("payments.not-confirmed", "Only a confirmed payment is taken back"));
    }

    private static Confirmed confirmed(Sql.Row row) {
        return new Confirmed(
                row.decimal("applied"),
                new Money(row.decimal("released_ves"), Currency.VES),
                new Money(row.decimal("kept"), Currency.valueOf(row.text("currency"))),
                new Money(row.decimal("change_other"), Currency.valueOf(row.text("change_other_currency"))),
                new Money(row.decimal("difference"), Currency.VES),
                row.uuid("entry_id"),
                row.uuid("invoice_id"),
                row.uuid("application_entry"));
    }

    private UUID mirror(StoredPayment payment, Confirmed confirmed) {
        Ledger ledger = new Ledger(work);
        if (confirmed.applicationEntry() != null) {
            ledger.reverse(confirmed.applicationEntry(), "DEPOSIT_REVERSED", payment.id());
        }
        return ledger.reverse(confirmed.entry(), "PAYMENT_REVERSED", payment.id());
    }

    private void giveOut(UUID session, Confirmed confirmed, UUID payment, UUID entry) {
        Drawer drawer = new Drawer(work);
        drawer.move(session, confirmed.changeOther(), CashMovementKind.REVERSAL, payment, entry);
        drawer.move(session, confirmed.kept().negated(), CashMovementKind.REVERSAL, payment, entry);
    }

    /** What the books had carried the used credit at. */
    private Money carried(UUID entry) {
        return work.sql()
                .first(
                        row -> new Money(row.decimal("ves"), Currency.VES),
                        "select sum(ves) ves from erp.journal_lines where store_id = ? and entry_id = ?"
                                + " and account = 'CUSTOMER_CREDIT' and ves > 0",
                        work.store(),
                        entry)
                .orElseThrow();
    }

    private void insert(UUID id, String reason, UUID session, UUID entry) {
        work.sql()
                .update(
                        "insert into erp.payment_reversals (store_id, id, payment_id, reason, session_id, entry_id, reversed_by,"
                                + " reversed_at) values (?, ?, ?, ?, ?::uuid, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        id,
                        reason,
                        session,
                        entry,
                        work.userId(),
                        work.now());
    }
}
