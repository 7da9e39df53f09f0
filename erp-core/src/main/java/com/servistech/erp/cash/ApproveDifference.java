package com.servistech.erp.cash;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Accepts a difference above the limit; never one's own. */
final class ApproveDifference {

    private final Work work;

    ApproveDifference(Work work) {
        this.work = work;
    }

    /**
     * @throws Conflict {@code cash.no-approval-needed} when nothing waits for it
     * @throws Forbidden {@code cash.own-difference} for who opened or closed the session
     */
    void approve(UUID id, String note) {
        work.require(Permission.CASH_SUPERVISE);
        CashSessionView session = new SessionBook(work).get(id);
        Problems problems = new Problems();
        String words = problems.required("/note", note, 400);
        if (words != null && words.length() < 3) {
            problems.add("/note", "text.length", "Say why in 3 to 400 characters");
        }
        problems.refuseIfAny();
        if (!session.state().equals("AWAITING_APPROVAL")) {
            throw new Conflict("cash.no-approval-needed", "Nothing of this session waits for an approval");
        }
        if (session.openedBy().equals(work.userId()) || session.closedBy().equals(work.userId())) {
            throw new Forbidden("cash.own-difference", "Somebody else must approve this difference");
        }
        if (!insert(id, words)) {
            throw new Conflict("cash.no-approval-needed", "Somebody approved this difference just now");
        }
        new Outbox(work).add("cash.difference-approved", id, Map.of());
    }

    /** A supervisor who counted somebody else's drawer has approved what the count found. */
    boolean approveByClosing(UUID id, String why) {
        CashSessionView session = new SessionBook(work).get(id);
        return work.may(Permission.CASH_SUPERVISE) && !session.openedBy().equals(work.userId()) && insert(id, why);
    }

    private boolean insert(UUID session, String note) {
        return work.sql()
                        .update(
                                "insert into erp.cash_approvals (store_id, id, session_id, note, approved_by, approved_at)"
                                        + " values (?, ?, ?, ?, ?, ?) on conflict (store_id, session_id) do nothing",
                                work.store(),
                                work.newId(),
                                session,
                                note,
                                work.userId(),
                                work.now())
                == 1;
    }
}
