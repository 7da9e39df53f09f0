package com.servistech.erp.commissions.debit;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** What the person who is charged says to it; as often as there is something to say. */
public final class AnswerDebit {

    private final Work work;

    public AnswerDebit(Work work) {
        this.work = work;
    }

    /** @throws Forbidden {@code commissions.not-your-debit} */
    public DebitView answer(UUID id, String text) {
        Problems problems = new Problems();
        String answer = problems.required("/answer", text, 2000);
        problems.refuseIfAny();
        DebitBook book = new DebitBook(work);
        if (!work.userId().equals(book.get(id).personId())) {
            throw new Forbidden("commissions.not-your-debit", "Only who is charged answers a debit");
        }
        work.sql()
                .update(
                        "insert into erp.commission_answers (store_id, id, debit_id, answer, answered_by, answered_at)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        id,
                        answer,
                        work.userId(),
                        work.now());
        return book.get(id);
    }
}
