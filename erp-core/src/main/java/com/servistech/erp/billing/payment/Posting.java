package com.servistech.erp.billing.payment;

import com.servistech.erp.cash.CashMovementKind;
import com.servistech.erp.cash.Drawer;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import java.util.UUID;

/**
 * Writes a payment that counts into the books and, when it is cash, into its drawer: PR-10. What is received is worth
 * what it settles, with IGTF and credit; only rates of two days make an exchange difference.
 */
final class Posting {

    private final Work work;

    Posting(Work work) {
        this.work = work;
    }

    /** @param settled what it takes off the receivable, in dollars to the cent */
    UUID ofPayment(StoredPayment payment, Outcome outcome, Money settled) {
        Application done = outcome.application();
        JournalEntry entry = received(new JournalEntry("PAYMENT", payment.id()), payment, outcome)
                .credit(Account.RECEIVABLE, settled, done.releasedVes());
        return book(entry, payment, outcome, CashMovementKind.TENDER);
    }

    UUID ofDeposit(StoredPayment payment, Outcome outcome) {
        Application done = outcome.application();
        Money kept = Money.rounded(done.applied(), payment.tender().amount().currency());
        JournalEntry entry = received(new JournalEntry("DEPOSIT", payment.id()), payment, outcome)
                .credit(Account.CUSTOMER_DEPOSITS, kept, done.value());
        return book(entry, payment, outcome, CashMovementKind.ADVANCE);
    }

    private UUID book(JournalEntry entry, StoredPayment payment, Outcome outcome, CashMovementKind kind) {
        UUID id = new Ledger(work).post(entry.rest(Account.EXCHANGE_DIFFERENCE));
        if (payment.session() != null) {
            Drawer drawer = new Drawer(work);
            drawer.move(payment.session(), payment.tender().amount(), kind, payment.id(), id);
            for (Money change : outcome.change().parts()) {
                drawer.move(payment.session(), change.negated(), CashMovementKind.CHANGE, payment.id(), id);
            }
        }
        return id;
    }

    private JournalEntry received(JournalEntry entry, StoredPayment payment, Outcome outcome) {
        Money amount = payment.tender().amount();
        Money used = outcome.application().value().plus(outcome.application().igtfVes());
        Money credit = outcome.credit();
        Money creditVes = inVes(credit, payment);
        if (payment.tender().family() == Family.CREDIT) {
            Money carried = new Credits(work).use(payment.creditId(), amount);
            entry.debit(Account.CUSTOMER_CREDIT, amount, carried);
        } else if (payment.tender().family() == Family.CASH) {
            Money given = outcome.change().inOther();
            Money givenVes = given.currency() == Currency.VES ? given : backInOther(outcome);
            entry.debit(
                            new Account(payment.account()),
                            amount.minus(outcome.change().inKind()),
                            used.plus(givenVes).plus(creditVes))
                    .credit(Drawer.account(given.currency()), given, givenVes);
        } else {
            entry.debit(new Account(payment.account()), amount, used.plus(creditVes));
        }
        return entry.credit(
                        Account.IGTF_PAYABLE,
                        outcome.application().igtf(),
                        outcome.application().igtfVes())
                .credit(Account.CUSTOMER_CREDIT, credit, creditVes);
    }

    /** What of the change in bolívares was given in dollars. */
    private static Money backInOther(Outcome outcome) {
        return outcome.application()
                .left()
                .minus(outcome.credit())
                .minus(outcome.change().inKind());
    }

    private static Money inVes(Money amount, StoredPayment payment) {
        return amount.currency() == Currency.VES
                ? amount
                : amount.convertedAt(payment.tender().rate(), Currency.VES);
    }
}
