package com.servistech.erp.billing.payment;

import com.servistech.erp.cash.Drawer;
import com.servistech.erp.cash.MovementKind;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** What becomes of a payment: confirmed, it takes off the debt and is posted; rejected, it never happened. */
final class DecidePayment {

    private record Pending(UUID invoiceId, PaymentMethod method, Money amount, BigDecimal rate, UUID session) {}

    private record Owed(Application.Debt debt, boolean special) {}

    private static final int LONGEST_REASON = 400;

    private final Work work;

    DecidePayment(Work work) {
        this.work = work;
    }

    void confirm(UUID paymentId) {
        Pending payment = find(paymentId);
        lockUndecided(paymentId, payment);
        Owed owed = owed(payment);
        if (owed.debt().debt().isSettled()) {
            throw new Conflict("invoices.paid", "This invoice is paid already: reject the payment or refund it");
        }
        boolean igtf = owed.special() && payment.method().causesIgtf();
        Application done = Application.of(payment.amount(), owed.debt(), igtf);
        Money nothing = Money.zero(payment.amount().currency());
        Money change = payment.method().isCash() ? done.left() : nothing;
        Money credit = payment.method().isCash() ? nothing : done.left();
        decide(paymentId, "CONFIRMED", done.applied(), done.igtf(), change, credit, null);
        OpenDebt rest = owed.debt().debt().less(done.applied());
        work.sql()
                .update(
                        "update erp.invoice_balances set balance = ?, released_ves = released_ves + ?, status = ?,"
                                + " fully_paid_at = ?::timestamptz, version = version + 1 where store_id = ? and id = ?",
                        rest.usd(),
                        done.releasedVes().amount(),
                        rest.isSettled() ? "PAID" : "PARTIAL",
                        rest.isSettled() ? work.now() : null,
                        work.store(),
                        payment.invoiceId());
        UUID entry = post(paymentId, payment, done, credit);
        if (payment.session() != null) {
            Drawer drawer = new Drawer(work);
            drawer.move(payment.session(), payment.amount(), MovementKind.TENDER, paymentId, entry);
            drawer.move(payment.session(), change.negated(), MovementKind.CHANGE, paymentId, entry);
        }
        if (rest.isSettled()) {
            new Outbox(work).add("invoices.paid", payment.invoiceId(), Map.of());
        }
    }

    void reject(UUID paymentId, String reason) {
        Pending payment = find(paymentId);
        if (reason.strip().length() < 5 || reason.length() > LONGEST_REASON) {
            throw Invalid.at("/reason", "text.length", "Say why in 5 to " + LONGEST_REASON + " characters");
        }
        lockUndecided(paymentId, payment);
        Money nothing = Money.zero(payment.amount().currency());
        decide(paymentId, "REJECTED", BigDecimal.ZERO, Money.zero(Currency.USD), nothing, nothing, reason.strip());
        work.sql()
                .call(
                        "select erp.free_reference(i.issuer_id, p.method, coalesce(p.bank_code, ''), p.paid_on, p.reference)"
                                + " from erp.payments p join erp.invoices i on i.store_id = p.store_id and i.id = p.invoice_id"
                                + " where p.store_id = ? and p.id = ? and p.reference is not null",
                        work.store(),
                        paymentId);
    }

    private Pending find(UUID paymentId) {
        return work.sql()
                .first(
                        row -> new Pending(
                                row.uuid("invoice_id"),
                                PaymentMethod.valueOf(row.text("method")),
                                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                                row.decimal("rate"),
                                row.uuid("session_id")),
                        "select invoice_id, method, amount, currency, rate, session_id from erp.payments where store_id = ? and id = ?",
                        work.store(),
                        paymentId)
                .orElseThrow(() -> new NotFound("payments.not-found", "There is no such payment"));
    }

    private void lockUndecided(UUID paymentId, Pending payment) {
        // the invoice's balance is the lock of all its payments
        work.sql()
                .call(
                        "select 1 from erp.invoice_balances where store_id = ? and id = ? for no key update",
                        work.store(),
                        payment.invoiceId());
        boolean decided = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.payment_decisions where store_id = ? and payment_id = ?",
                        work.store(),
                        paymentId)
                .isPresent();
        if (decided) {
            throw new Conflict("payments.decided", "This payment was confirmed or rejected already");
        }
    }

    private Owed owed(Pending payment) {
        boolean special = new Stores(work).current().issuer().regime().equals("SPECIAL");
        return work.sql()
                .first(
                        row -> new Owed(
                                new Application.Debt(
                                        new OpenDebt(row.decimal("balance")),
                                        new Money(row.decimal("total_ves"), Currency.VES),
                                        new Money(row.decimal("released_ves"), Currency.VES),
                                        row.decimal("rate"),
                                        payment.rate()),
                                special),
                        "select b.balance, b.released_ves, i.total_ves, i.rate from erp.invoice_balances b"
                                + " join erp.invoices i on i.store_id = b.store_id and i.id = b.id"
                                + " where b.store_id = ? and b.id = ?",
                        work.store(),
                        payment.invoiceId())
                .orElseThrow();
    }

    private void decide(
            UUID paymentId,
            String decision,
            BigDecimal applied,
            Money igtf,
            Money change,
            Money credit,
            String reason) {
        work.sql()
                .update(
                        "insert into erp.payment_decisions (store_id, id, payment_id, decision, applied, igtf, change, credit,"
                                + " reason, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        paymentId,
                        decision,
                        applied,
                        igtf.amount(),
                        change.amount(),
                        credit.amount(),
                        reason,
                        work.userId(),
                        work.now());
    }

    private UUID post(UUID paymentId, Pending payment, Application done, Money credit) {
        BigDecimal rate = payment.amount().currency() == Currency.VES ? BigDecimal.ONE : payment.rate();
        Money kept = payment.amount().minus(payment.method().isCash() ? done.left() : Money.zero(credit.currency()));
        Money igtfVes = done.igtf().convertedAt(payment.rate(), Currency.VES);
        return new Ledger(work)
                .post(new JournalEntry("PAYMENT", paymentId)
                        .debit(payment.method().account(), kept, kept.convertedAt(rate, Currency.VES))
                        .credit(Account.RECEIVABLE, Money.rounded(done.applied(), Currency.USD), done.releasedVes())
                        .credit(Account.IGTF_PAYABLE, done.igtf(), igtfVes)
                        .credit(Account.CUSTOMER_CREDIT, credit, credit.convertedAt(rate, Currency.VES))
                        .rest(Account.EXCHANGE_DIFFERENCE));
    }
}
