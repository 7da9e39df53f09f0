package com.servistech.erp.billing.refund;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Limit;
import com.servistech.erp.stores.Limits;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Whether a refund may be asked for and approved by the same person: in small parts no more than at once. */
final class OneWord {

    private final Work work;

    OneWord(Work work) {
        this.work = work;
    }

    /** @param usd to be given back, on top of what one person gave back of this note before */
    boolean suffices(UUID noteId, Money usd) {
        Money before = work.sql()
                .first(
                        row -> new Money(row.decimal("usd"), Currency.USD),
                        "select coalesce(sum(d.usd), 0) usd from erp.refunds r"
                                + " join erp.refund_decisions d on d.store_id = r.store_id and d.refund_id = r.id and d.decision = 'PAID'"
                                + " where r.store_id = ? and r.note_id = ? and d.decided_by = r.requested_by",
                        work.store(),
                        noteId)
                .orElseThrow();
        return before.plus(usd).compareTo(new Limits(work).on(work.today(), Limit.REFUND_ALONE)) <= 0;
    }
}
