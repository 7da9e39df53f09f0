package com.servistech.erp.billing.payment;

import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Applies deposits of an order to its invoice, each at its own rate: what was brought in bolívares counts the dollars
 * that it was then. What is too much becomes the customer's credit.
 */
final class Deposits {

    private record Held(UUID payment, UUID customer, Money kept, Money ves, BigDecimal rate) {}

    private static final String HELD = """
            select p.id, p.customer_id, p.currency, d.applied, d.value_ves, p.rate from erp.payments p
              join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
             where p.store_id = ? and p.order_id = ?
               and not exists (select from erp.payment_reversals r where r.store_id = p.store_id and r.payment_id = p.id)
               and not exists (select from erp.deposit_applications a where a.store_id = p.store_id and a.payment_id = p.id)
             order by p.id
            """;

    private final Work work;
    private final InvoiceDebts debts;

    Deposits(Work work) {
        this.work = work;
        this.debts = new InvoiceDebts(work);
    }

    /** Locks an order against deposits and their application until the transaction ends; before stock is touched. */
    void hold(UUID orderId) {
        work.sql()
                .call(
                        "select 1 from erp.service_orders where store_id = ? and id = ? for no key update",
                        work.store(),
                        orderId);
    }

    /** @param orderId held */
    void apply(UUID orderId, UUID invoiceId) {
        List<Held> held = work.sql()
                .list(
                        row -> {
                            Currency currency = Currency.valueOf(row.text("currency"));
                            return new Held(
                                    row.uuid("id"),
                                    row.uuid("customer_id"),
                                    Money.rounded(row.decimal("applied"), currency),
                                    new Money(row.decimal("value_ves"), Currency.VES),
                                    row.decimal("rate"));
                        },
                        HELD,
                        work.store(),
                        orderId);
        held.forEach(deposit -> apply(deposit, debts.lock(invoiceId)));
    }

    private void apply(Held deposit, Owed owed) {
        Application done = Application.of(deposit.kept(), owed.debt(), deposit.rate(), Igtf.none());
        Money left = done.left();
        Money leftVes = left.currency() == Currency.VES ? left : left.convertedAt(deposit.rate(), Currency.VES);
        Money settled =
                owed.debt().usd().shown().minus(owed.debt().after(done).usd().shown());
        UUID entry = new Ledger(work)
                .post(new JournalEntry("DEPOSIT_APPLIED", deposit.payment())
                        .debit(Account.CUSTOMER_DEPOSITS, deposit.kept(), deposit.ves())
                        .credit(Account.RECEIVABLE, settled, done.releasedVes())
                        .credit(Account.CUSTOMER_CREDIT, left, leftVes)
                        .rest(Account.EXCHANGE_DIFFERENCE));
        work.sql()
                .update(
                        "insert into erp.deposit_applications (store_id, id, payment_id, invoice_id, applied, released_ves, credit,"
                                + " entry_id, applied_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        deposit.payment(),
                        owed.invoiceId(),
                        done.applied(),
                        done.releasedVes().amount(),
                        left.amount(),
                        entry,
                        work.now());
        debts.apply(owed, done.applied(), done.releasedVes());
        new FollowUpNotes(work)
                .exchange(owed, deposit.payment(), deposit.ves().minus(leftVes).minus(done.releasedVes()));
        // IGTF was perceived on all of the deposit: what is left of it causes none again
        new Credits(work).arise(deposit.customer(), left, leftVes, "DEPOSIT", deposit.payment(), null);
    }
}
