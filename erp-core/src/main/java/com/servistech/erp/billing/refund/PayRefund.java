package com.servistech.erp.billing.refund;

import com.servistech.erp.billing.payment.Payments;
import com.servistech.erp.cash.CashMovementKind;
import com.servistech.erp.cash.Drawer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/**
 * Approves a refund and gives it back: out of the drawer of who asked for it, from the bank, or as a credit. Posted at
 * today's rate against what the books carry for the note.
 */
final class PayRefund {

    private record Asked(
            UUID note, UUID customer, String method, Money amount, String account, UUID session, UUID by) {}

    private final Work work;
    private final RefundBook book;

    PayRefund(Work work) {
        this.work = work;
        this.book = new RefundBook(work);
    }

    /**
     * @throws Conflict {@code refunds.decided}, {@code cash.session-closed}, {@code cash.not-enough}, {@code rates.missing}
     * @throws Forbidden {@code refunds.own-request} above the store's limit
     */
    void pay(UUID id) {
        work.require(Permission.REFUNDS_APPROVE);
        Asked asked = asked(id);
        Due due = book.due(asked.note());
        requireUndecided(id);
        DocumentRate rate = new Rates(work)
                .forDocument(work.today(), new Stores(work).current().issuer());
        Due part = due.partOf(asked.amount(), rate.rate());
        if (asked.by().equals(work.userId()) && !new OneWord(work).suffices(asked.note(), part.usd())) {
            throw new Forbidden("refunds.own-request", "Somebody else must approve the refund that you asked for");
        }
        Money worth = asked.amount().currency() == Currency.VES
                ? asked.amount()
                : asked.amount().convertedAt(rate.rate(), Currency.VES);
        if (asked.session() != null) {
            new Drawer(work).lockOpen(asked.session());
        }
        UUID entry = new Ledger(work)
                .post(new JournalEntry("REFUND", id)
                        .debit(Account.REFUNDS_DUE, part.usd(), part.ves())
                        .credit(new Account(asked.account()), asked.amount(), worth)
                        .rest(Account.EXCHANGE_DIFFERENCE));
        if (asked.session() != null) {
            new Drawer(work).move(asked.session(), asked.amount().negated(), CashMovementKind.REFUND, id, entry);
        } else if (asked.method().equals("CUSTOMER_CREDIT")) {
            new Payments(work).leaveCredit(asked.customer(), asked.amount(), worth, id);
        }
        decide(id, "PAID", part, rate, entry, null);
        work.sql()
                .update(
                        "update erp.refunds_due set left_usd = left_usd - ?, left_ves = left_ves - ?, version = version + 1"
                                + " where store_id = ? and id = ?",
                        part.usd().amount(),
                        part.ves().amount(),
                        work.store(),
                        asked.note());
        new Outbox(work).add("refunds.paid", id, Map.of());
    }

    /** @throws Conflict {@code refunds.decided} */
    void refuse(UUID id, String reason) {
        work.require(Permission.REFUNDS_APPROVE);
        Asked asked = asked(id);
        com.servistech.erp.error.Problems problems = new com.servistech.erp.error.Problems();
        String why = problems.required("/reason", reason, 400);
        if (why != null && why.length() < 5) {
            problems.add("/reason", "text.length", "Say why in 5 to 400 characters");
        }
        problems.refuseIfAny();
        book.due(asked.note());
        requireUndecided(id);
        decide(id, "REFUSED", new Due(Money.usd("0.00"), Money.ves("0.00")), null, null, why);
    }

    private void requireUndecided(UUID id) {
        if (!book.get(id).state().equals("REQUESTED")) {
            throw new Conflict("refunds.decided", "This refund was paid or refused already");
        }
    }

    private Asked asked(UUID id) {
        return work.sql()
                .first(
                        row -> new Asked(
                                row.uuid("note_id"),
                                row.uuid("customer_id"),
                                row.text("method"),
                                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                                row.text("account"),
                                row.uuid("session_id"),
                                row.uuid("requested_by")),
                        "select * from erp.refunds where store_id = ? and id = ?",
                        work.store(),
                        id)
                .orElseThrow(() -> new NotFound("refunds.not-found", "There is no such refund"));
    }

    private void decide(UUID id, String decision, Due part, DocumentRate rate, UUID entry, String reason) {
        work.sql()
                .update(
                        "insert into erp.refund_decisions (store_id, id, refund_id, decision, usd, ves, rate_id, rate, entry_id,"
                                + " reason, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?::uuid, ?::numeric, ?::uuid, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        id,
                        decision,
                        part.usd().amount(),
                        part.ves().amount(),
                        rate == null ? null : rate.id(),
                        rate == null ? null : rate.rate(),
                        entry,
                        reason,
                        work.userId(),
                        work.now());
    }
}
