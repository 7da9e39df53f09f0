package com.servistech.erp.cash;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The drawers of the store, over one open work. */
public final class Cash {

    private final Work work;
    private final SessionBook book;

    public Cash(Work work) {
        this.work = work;
        this.book = new SessionBook(work);
    }

    /** @see OpenSession */
    public CashSessionView open(String register, Money openingUsd, Money openingVes) {
        return book.get(new OpenSession(work).open(register, openingUsd, openingVes));
    }

    public CashSessionView get(UUID id) {
        work.require(Permission.CASH_SESSIONS);
        return book.get(id);
    }

    /** The caller's own open session. */
    public CashSessionView current() {
        work.require(Permission.CASH_SESSIONS);
        return book.openSessionOf(work.userId())
                .map(book::get)
                .orElseThrow(() -> new NotFound("cash.no-open-session", "You have no open cash session"));
    }

    /** Newest first. */
    public Page<CashSessionView> list(Page.Request page) {
        work.require(Permission.CASH_SESSIONS);
        return book.page(page);
    }

    /** @see CloseSession */
    public CashCount close(UUID id, NewCount count) {
        return new CloseSession(work).close(id, count);
    }

    /** @see ApproveDifference */
    public CashSessionView approve(UUID id, String note) {
        new ApproveDifference(work).approve(id, note);
        return book.get(id);
    }

    /** @see SpendPettyCash */
    public CashExpenseView spend(UUID session, NewExpense expense) {
        return new Expenses(work).get(new SpendPettyCash(work).spend(session, expense));
    }

    /** @see MoveCash */
    public CashTransferView move(UUID session, NewTransfer transfer) {
        return new MoveCash(work).move(session, transfer);
    }

    /**
     * The X of an open session, for supervisors only, or the Z of a closed one.
     *
     * @throws Forbidden {@code cash.blind} for who has yet to count
     */
    public SessionReport report(UUID id) {
        CashSessionView session = readable(id);
        boolean open = session.state().equals("OPEN");
        return new SessionReport(
                open ? "X" : "Z",
                session,
                book.sums(id),
                open ? book.expected(id) : session.expected(),
                new Expenses(work).of(id));
    }

    /** What moved in the drawer, oldest first; as {@link #report}, not for who has yet to count. */
    public Page<CashMovementView> movements(UUID id, Page.Request page) {
        readable(id);
        return book.movements(id, page);
    }

    private CashSessionView readable(UUID id) {
        CashSessionView session = get(id);
        if (session.state().equals("OPEN") && !work.may(Permission.CASH_SUPERVISE)) {
            throw new Forbidden("cash.blind", "A drawer is counted before its cashier is told what it should hold");
        }
        return session;
    }
}
