package com.servistech.erp.cash;

import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.files.FileBook;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Pays something small out of the drawer: petty cash, with the number of its receipt. */
final class SpendPettyCash {

    private final Work work;

    SpendPettyCash(Work work) {
        this.work = work;
    }

    /** @throws com.servistech.erp.error.Conflict {@code cash.not-enough}, {@code cash.session-closed} */
    UUID spend(UUID session, NewExpense input) {
        work.require(Permission.CASH_SESSIONS);
        Drawer drawer = new Drawer(work);
        drawer.lock(session);
        check(input);
        UUID id = insert(session, input);
        Money worth = new BookRate(work).inVes(input.amount());
        UUID entry = new Ledger(work)
                .post(new JournalEntry("PETTY_CASH", id)
                        .debit(Account.PETTY_EXPENSES, input.amount(), worth)
                        .credit(Drawer.account(input.amount().currency()), input.amount(), worth));
        drawer.move(session, input.amount().negated(), CashMovementKind.EXPENSE, id, entry);
        new Outbox(work).add("cash.spent", id, Map.of("amount", input.amount().toString()));
        return id;
    }

    private void check(NewExpense input) {
        Problems problems = new Problems();
        drawerAmount(input.amount(), problems);
        problems.required("/category", input.category(), 40);
        String description = problems.required("/description", input.description(), 400);
        if (description != null && description.length() < 3) {
            problems.add("/description", "text.length", "Say what for in 3 to 400 characters");
        }
        problems.optional("/receipt", input.receipt(), 80);
        if (input.receiptFileId() != null
                && new FileBook(work).find(input.receiptFileId()).isEmpty()) {
            problems.add("/receiptFileId", "files.not-found", "There is no such file");
        }
        problems.refuseIfAny();
    }

    static void drawerAmount(Money amount, Problems problems) {
        Currency currency = amount.currency();
        if (currency != Currency.USD && currency != Currency.VES) {
            problems.add("/amount/currency", "money.currency", "A drawer holds USD and VES");
        } else {
            AmountRule.positive("/amount", amount, currency, problems);
        }
    }

    private UUID insert(UUID session, NewExpense input) {
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.cash_expenses (store_id, id, session_id, currency, amount, category, description, receipt,"
                                + " receipt_file_id, spent_by, spent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)",
                        work.store(),
                        id,
                        session,
                        input.amount().currency(),
                        input.amount().amount(),
                        input.category().strip().toUpperCase(Locale.ROOT),
                        input.description().strip(),
                        input.receipt() == null || input.receipt().isBlank()
                                ? null
                                : input.receipt().strip(),
                        input.receiptFileId(),
                        work.userId(),
                        work.now());
        return id;
    }
}
