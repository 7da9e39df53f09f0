package com.servistech.erp.cash;

import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.ShopAccount;
import com.servistech.erp.treasury.Treasury;
import java.util.Map;
import java.util.UUID;

/** Moves cash between a drawer, the safe and a bank. The safe is the supervisors' business. */
final class MoveCash {

    private final Work work;

    MoveCash(Work work) {
        this.work = work;
    }

    /** @throws com.servistech.erp.error.Conflict {@code cash.not-enough}, {@code cash.session-closed} */
    CashTransferView move(UUID session, NewTransfer input) {
        boolean bank = input.kind() == NewTransfer.Kind.BANK_DEPOSIT;
        work.require(bank ? Permission.CASH_SESSIONS : Permission.CASH_SUPERVISE);
        Drawer drawer = new Drawer(work);
        drawer.lock(session);
        check(input);
        UUID id = work.newId();
        insert(id, session, input);
        Money in = input.kind() == NewTransfer.Kind.CASH_IN
                ? input.amount()
                : input.amount().negated();
        Money worth = new BookRate(work).inVes(in);
        UUID entry = new Ledger(work)
                .post(new JournalEntry(input.kind().name(), id)
                        .debit(Drawer.account(in.currency()), in, worth)
                        .credit(otherSide(input), in, worth));
        drawer.move(session, in, CashMovementKind.valueOf(input.kind().name()), id, entry);
        new Outbox(work)
                .add(
                        "cash.moved",
                        id,
                        Map.of(
                                "kind",
                                input.kind().name(),
                                "amount",
                                input.amount().toString()));
        return new CashTransferView(
                id,
                session,
                input.kind(),
                input.amount(),
                input.accountId(),
                input.reference(),
                input.reason().strip(),
                work.userId(),
                work.now());
    }

    private Account otherSide(NewTransfer input) {
        boolean ves = input.amount().currency() == Currency.VES;
        if (input.kind() != NewTransfer.Kind.BANK_DEPOSIT) {
            return ves ? Account.SAFE_VES : Account.SAFE_USD;
        } else if (input.accountId() == null) {
            return ves ? Account.BANK_VES : Account.BANK_USD;
        }
        return new Account(new Treasury(work).account(input.accountId()).account());
    }

    private void check(NewTransfer input) {
        Problems problems = new Problems();
        SpendPettyCash.drawerAmount(input.amount(), problems);
        String reason = problems.required("/reason", input.reason(), 400);
        if (reason != null && reason.length() < 3) {
            problems.add("/reason", "text.length", "Say why in 3 to 400 characters");
        }
        boolean bank = input.kind() == NewTransfer.Kind.BANK_DEPOSIT;
        if (bank) {
            problems.required("/reference", input.reference(), 80);
        } else {
            problems.optional("/reference", input.reference(), 80);
        }
        if (input.accountId() != null) {
            if (!bank) {
                problems.add("/accountId", "cash.account-not-used", "Only a deposit at a bank has an account");
            } else if (!receives(input)) {
                problems.add(
                        "/accountId",
                        "shop-accounts.not-found",
                        "The store has no such account in use of this currency");
            }
        }
        problems.refuseIfAny();
    }

    private boolean receives(NewTransfer input) {
        return new Treasury(work)
                .accounts().stream()
                        .filter(ShopAccount::active)
                        .filter(account -> account.currency() == input.amount().currency())
                        .anyMatch(account -> account.id().equals(input.accountId()));
    }

    private void insert(UUID id, UUID session, NewTransfer input) {
        work.sql()
                .update(
                        "insert into erp.cash_transfers (store_id, id, session_id, kind, currency, amount, account_id, reference,"
                                + " reason, moved_by, moved_at) values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        session,
                        input.kind(),
                        input.amount().currency(),
                        input.amount().amount(),
                        input.accountId(),
                        input.reference(),
                        input.reason().strip(),
                        work.userId(),
                        work.now());
    }
}
