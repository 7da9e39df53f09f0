package com.servistech.erp.cash;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.util.UUID;

/**
 * The drawer of an open session, for acts that put cash into it or take cash out. Whoever moves cash locks the session
 * until the transaction ends, after the documents that the cash is for, so that nothing slips past a count.
 */
public final class Drawer {

    private record Found(UUID id, UUID openedBy, Instant closedAt) {}

    private static final String LOCKED = "select id, opened_by, closed_at from erp.cash_sessions where store_id = ? ";

    private final Work work;

    public Drawer(Work work) {
        this.work = work;
    }

    /** The ledger account of a currency's notes. */
    public static Account account(Currency currency) {
        return currency == Currency.VES ? Account.CASH_VES : Account.CASH_USD;
    }

    /**
     * The session that cash goes through: the caller's own, else the named register's.
     *
     * @param register may be null
     * @throws Conflict {@code cash.no-open-session}
     */
    public UUID sessionFor(String register) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        LOCKED + "and closed_at is null and (opened_by = ? or register = ?)"
                                + " order by (opened_by = ?) desc, opened_at desc limit 1 for no key update",
                        work.store(),
                        work.userId(),
                        register,
                        work.userId())
                .orElseThrow(() -> new Conflict("cash.no-open-session", "Open a cash session before taking cash"));
    }

    /** Locks the session that an act was begun with. @throws Conflict {@code cash.session-closed} when it is closed by now */
    public void lockOpen(UUID id) {
        if (found(id).closedAt() != null) {
            throw new Conflict("cash.session-closed", "This cash session is closed already");
        }
    }

    /**
     * Locks a session that the caller may work with: the own one, or any for a supervisor.
     *
     * @throws Conflict {@code cash.session-closed}
     * @throws Forbidden {@code cash.not-yours}
     */
    void lock(UUID id) {
        Found session = found(id);
        if (!session.openedBy().equals(work.userId()) && !work.may(Permission.CASH_SUPERVISE)) {
            throw new Forbidden("cash.not-yours", "This is somebody else's cash session");
        }
        if (session.closedAt() != null) {
            throw new Conflict("cash.session-closed", "This cash session is closed already");
        }
    }

    private Found found(UUID id) {
        return work.sql()
                .first(
                        row -> new Found(row.uuid("id"), row.uuid("opened_by"), row.instant("closed_at")),
                        LOCKED + "and id = ? for no key update",
                        work.store(),
                        id)
                .orElseThrow(SessionBook::notFound);
    }

    /**
     * Writes a movement of a locked session down, next to its entry of the books.
     *
     * @param amount out of the drawer when negative; nothing is written for zero
     * @throws Conflict {@code cash.not-enough} when more would go out than the drawer holds
     */
    public void move(UUID session, Money amount, CashMovementKind kind, UUID documentId, UUID entryId) {
        if (amount.isZero()) {
            return;
        }
        if (amount.isNegative()) {
            requireEnough(session, amount.negated());
        }
        write(session, amount, kind, documentId, entryId);
    }

    void write(UUID session, Money amount, CashMovementKind kind, UUID documentId, UUID entryId) {
        work.sql()
                .update(
                        "insert into erp.cash_movements (store_id, id, session_id, currency, amount, kind, document_id, entry_id,"
                                + " moved_by, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        session,
                        amount.currency(),
                        amount.amount(),
                        kind,
                        documentId,
                        entryId,
                        work.userId(),
                        work.now());
    }

    private void requireEnough(UUID session, Money out) {
        Amounts held = new SessionBook(work).expected(session);
        Money there = out.currency() == Currency.VES ? held.ves() : held.usd();
        if (there.compareTo(out) < 0) {
            // how much there is stays unsaid: the drawer is counted blind
            throw new Conflict("cash.not-enough", "The drawer does not hold " + out);
        }
    }
}
