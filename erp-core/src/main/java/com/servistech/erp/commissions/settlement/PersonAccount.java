package com.servistech.erp.commissions.settlement;

import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** What the books owe each person in commissions: equal to the person's entries, to the cent. */
public final class PersonAccount {

    /** What is owed, and with how many bolívares it stands in the books. */
    public record Owed(Money usd, Money ves) {

        /** The bolívares that go with a part of it; all of them with the last dollar. */
        Money partOf(Money part) {
            return usd.isZero() || part.equals(usd)
                    ? ves
                    : new Money(
                            ves.amount()
                                    .multiply(part.amount())
                                    .divide(usd.amount(), 2, java.math.RoundingMode.HALF_UP),
                            Currency.VES);
        }
    }

    private final Work work;

    public PersonAccount(Work work) {
        this.work = work;
    }

    /**
     * One entry of the books: earned when positive, taken back when negative.
     *
     * @param kind SETTLEMENT or DEBIT
     * @param documentId the settlement, or the decision on a debit
     */
    public void add(String kind, UUID documentId, UUID person, Period period, Money usd) {
        if (usd.isZero()) {
            return;
        }
        Money ves = new BookRate(work).inVes(usd);
        UUID entry = new Ledger(work)
                .post(new JournalEntry("COMMISSION", documentId)
                        .debit(Account.COMMISSIONS, usd, ves)
                        .credit(Account.COMMISSIONS_PAYABLE, usd, ves));
        write(kind, documentId, person, period, usd, ves, entry);
    }

    /**
     * Pays: what the payment costs more or less in bolívares than stood in the books is an exchange difference.
     *
     * @param paid what leaves the account of the shop
     * @param worth of that in bolívares
     * @return the entry of the books
     */
    public UUID pay(UUID payoutId, UUID person, Period period, Money usd, Account from, Money paid, Money worth) {
        Money carried = owed(person).partOf(usd);
        UUID entry = new Ledger(work)
                .post(new JournalEntry("COMMISSION_PAYOUT", payoutId)
                        .debit(Account.COMMISSIONS_PAYABLE, usd, carried)
                        .credit(from, paid, worth)
                        .rest(Account.EXCHANGE_DIFFERENCE));
        write("PAYOUT", payoutId, person, period, usd.negated(), carried.negated(), entry);
        return entry;
    }

    private Owed owed(UUID person) {
        return work.sql()
                .first(
                        row -> new Owed(
                                new Money(row.decimal("usd"), Currency.USD),
                                new Money(row.decimal("ves"), Currency.VES)),
                        "select coalesce(sum(usd), 0) usd, coalesce(sum(ves), 0) ves from erp.commission_postings"
                                + " where store_id = ? and person_id = ?",
                        work.store(),
                        person)
                .orElseThrow();
    }

    private void write(String kind, UUID document, UUID person, Period period, Money usd, Money ves, UUID entry) {
        work.sql()
                .update(
                        "insert into erp.commission_postings (store_id, id, kind, document_id, person_id, period, usd, ves, entry_id,"
                                + " posted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        kind,
                        document,
                        person,
                        period.toString(),
                        usd.amount(),
                        ves.amount(),
                        entry,
                        work.now());
    }
}
