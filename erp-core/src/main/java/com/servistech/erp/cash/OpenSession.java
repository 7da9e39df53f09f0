package com.servistech.erp.cash;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Opens a register with its float, which comes out of the safe. */
final class OpenSession {

    private final Work work;

    OpenSession(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code cash.session-open} while the register has an open session */
    UUID open(String register, Money openingUsd, Money openingVes) {
        work.require(Permission.CASH_SESSIONS);
        Problems problems = new Problems();
        String name = problems.required("/register", register, 40);
        AmountRule.notNegative("/openingUsd", openingUsd, Currency.USD, problems);
        AmountRule.notNegative("/openingVes", openingVes, Currency.VES, problems);
        problems.refuseIfAny();
        UUID id = work.newId();
        int opened = work.sql()
                .update(
                        "insert into erp.cash_sessions (store_id, id, register, opened_by, opened_at, opening_usd, opening_ves)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (store_id, register) where closed_at is null do nothing",
                        work.store(),
                        id,
                        name,
                        work.userId(),
                        work.now(),
                        openingUsd.amount(),
                        openingVes.amount());
        if (opened == 0) {
            throw new Conflict("cash.session-open", "The register " + name + " has an open session: close it first");
        }
        putIn(id, openingUsd, openingVes);
        new Outbox(work).add("cash.opened", id, Map.of("register", name));
        return id;
    }

    private void putIn(UUID id, Money usd, Money ves) {
        if (usd.isZero() && ves.isZero()) {
            return;
        }
        Money worth = new BookRate(work).inVes(usd);
        UUID entry = new Ledger(work)
                .post(new JournalEntry("CASH_OPEN", id)
                        .debit(Account.CASH_USD, usd, worth)
                        .debit(Account.CASH_VES, ves, ves)
                        .credit(Account.SAFE_USD, usd, worth)
                        .credit(Account.SAFE_VES, ves, ves));
        Drawer drawer = new Drawer(work);
        drawer.move(id, usd, CashMovementKind.FLOAT, id, entry);
        drawer.move(id, ves, CashMovementKind.FLOAT, id, entry);
    }
}
