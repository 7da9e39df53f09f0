package com.servistech.erp.cash;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
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
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Closes a register by a blind count: what was counted goes to the safe, what is missing or too much to the account of
 * differences, with a reason. A difference above the limit awaits the approval of a supervisor; a closed session is never
 * changed, what turns up later belongs to the next one.
 */
final class CloseSession {

    private final Work work;
    private final SessionBook book;
    private final BookRate rate;

    CloseSession(Work work) {
        this.work = work;
        this.book = new SessionBook(work);
        this.rate = new BookRate(work);
    }

    /**
     * @throws Conflict {@code cash.session-closed}
     * @throws com.servistech.erp.error.Forbidden {@code cash.not-yours} for somebody else's session, unless a supervisor
     *     closes it
     */
    CashCount close(UUID id, NewCount input) {
        work.require(Permission.CASH_SESSIONS);
        new Drawer(work).lock(id);
        Problems problems = new Problems();
        CountRules.check(input, problems);
        problems.refuseIfAny();
        Amounts expected = book.expected(id);
        Amounts counted = new Amounts(input.usd(), input.ves());
        Amounts difference = counted.minus(expected);
        String why = input.reason() == null ? "" : input.reason().strip();
        if (!difference.isZero() && why.length() < 3) {
            // by how much stays unsaid: who counts again shall not count towards a number
            throw Invalid.at("/reason", "cash.reason-required", "The count differs: count again, or say why");
        }
        boolean above = CashPolicy.on(work.today(), work).requiresApproval(difference, rate);
        empty(id, expected, counted, difference);
        update(id, input, expected, why.isEmpty() ? null : why, above);
        new Outbox(work).add("cash.closed", id, Map.of("differs", String.valueOf(!difference.isZero())));
        boolean approved = above && new ApproveDifference(work).approveByClosing(id, why);
        return new CashCount(id, above && !approved ? "AWAITING_APPROVAL" : "CLOSED", expected, counted, difference);
    }

    /** Takes all out of the drawer, at the value that the books gave it, so that nothing of it is left in any currency. */
    private void empty(UUID id, Amounts expected, Amounts counted, Amounts difference) {
        Money booked = booked(id);
        Money differs = rate.inVes(difference.usd());
        if (expected.isZero() && counted.isZero() && booked.isZero()) {
            return;
        }
        // without a note left, what the books still carry is what exchange rates made of it
        Money kept = counted.usd().isZero() ? Money.zero(Currency.VES) : booked.plus(differs);
        UUID entry = new Ledger(work)
                .post(new JournalEntry("CASH_CLOSE", id)
                        .credit(Account.CASH_USD, expected.usd(), booked)
                        .credit(Account.CASH_VES, expected.ves(), expected.ves())
                        .debit(Account.SAFE_USD, counted.usd(), kept)
                        .debit(Account.SAFE_VES, counted.ves(), counted.ves())
                        .credit(Account.CASH_OVER_SHORT, difference.usd(), differs)
                        .credit(Account.CASH_OVER_SHORT, difference.ves(), difference.ves())
                        .rest(Account.EXCHANGE_DIFFERENCE));
        Drawer drawer = new Drawer(work);
        for (Money over : List.of(difference.usd(), difference.ves())) {
            if (!over.isZero()) {
                drawer.write(id, over, CashMovementKind.OVER_SHORT, id, entry);
            }
        }
        drawer.move(id, counted.usd().negated(), CashMovementKind.COUNTED, id, entry);
        drawer.move(id, counted.ves().negated(), CashMovementKind.COUNTED, id, entry);
    }

    /** What the books say that the session's dollars are worth. */
    private Money booked(UUID id) {
        return work.sql()
                .first(
                        row -> new Money(row.decimal("ves"), Currency.VES),
                        "select coalesce(sum(ves), 0) ves from erp.journal_lines where store_id = ? and account = 'CASH_USD'"
                                + " and entry_id in (select entry_id from erp.cash_movements where store_id = ? and session_id = ?)",
                        work.store(),
                        work.store(),
                        id)
                .orElseThrow();
    }

    private void update(UUID id, NewCount input, Amounts expected, String reason, boolean needsApproval) {
        work.sql()
                .update(
                        "update erp.cash_sessions set closed_by = ?, closed_at = ?, expected_usd = ?, expected_ves = ?,"
                                + " counted_usd = ?, counted_ves = ?, denominations = ?::jsonb, reason = ?, needs_approval = ?,"
                                + " version = version + 1 where store_id = ? and id = ?",
                        work.userId(),
                        work.now(),
                        expected.usd().amount(),
                        expected.ves().amount(),
                        input.usd().amount(),
                        input.ves().amount(),
                        denominations(input),
                        reason,
                        needsApproval,
                        work.store(),
                        id);
    }

    private static String denominations(NewCount input) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (Denomination each : input.denominations()) {
            BigDecimal value = each.value().amount();
            json.add(Json.createObjectBuilder()
                    .add("currency", each.value().currency().name())
                    .add("value", value.toPlainString())
                    .add("count", each.count()));
        }
        return json.build().toString();
    }
}
