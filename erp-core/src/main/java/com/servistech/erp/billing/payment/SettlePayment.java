package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** A payment counts: it takes off the debt, is posted, moves its drawer and leaves change or credit. */
final class SettlePayment {

    private final Work work;
    private final PaymentRows rows;

    SettlePayment(Work work) {
        this.work = work;
        this.rows = new PaymentRows(work);
    }

    /** @param owed locked */
    void onInvoice(StoredPayment payment, Owed owed) {
        Outcome outcome = Outcome.of(payment.tender(), owed.debt());
        Application done = outcome.application();
        // differences of what is shown add up to the invoice's total, rounded parts need not
        Money settled =
                owed.debt().usd().shown().minus(owed.debt().after(done).usd().shown());
        UUID entry = new Posting(work).ofPayment(payment, outcome, settled);
        rows.confirmed(payment.id(), outcome, entry);
        new InvoiceDebts(work).apply(owed, done.applied(), done.releasedVes());
        leaveCredit(payment, outcome, "OVERPAYMENT");
        new FollowUpNotes(work).of(payment, owed, done);
    }

    /** Money for an order that has no invoice yet. */
    void onOrder(StoredPayment payment) {
        Outcome outcome = Outcome.ofDeposit(payment.tender());
        UUID entry = new Posting(work).ofDeposit(payment, outcome);
        rows.confirmed(payment.id(), outcome, entry);
        leaveCredit(payment, outcome, "DEPOSIT");
    }

    private void leaveCredit(StoredPayment payment, Outcome outcome, String origin) {
        Money credit = outcome.credit();
        Money ves = credit.currency() == com.servistech.erp.money.Currency.VES
                ? credit
                : credit.convertedAt(payment.tender().rate(), com.servistech.erp.money.Currency.VES);
        new Credits(work).arise(payment.customerId(), credit, ves, origin, payment.id(), payment.method());
    }
}
