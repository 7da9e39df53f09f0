package com.servistech.erp.ledger;

import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Posts to the books of the store. */
public final class Ledger {

    private final Work work;

    public Ledger(Work work) {
        this.work = work;
    }

    /** @throws IllegalArgumentException when the entry does not balance; the database checks it once more at commit */
    public UUID post(JournalEntry entry) {
        if (entry.sum().signum() != 0) {
            throw new IllegalArgumentException(entry.kind() + " does not balance: " + entry.sum());
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.journal_entries (store_id, id, business_day, posted_at, kind, document_id)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        work.today(),
                        work.now(),
                        entry.kind(),
                        entry.documentId());
        for (JournalEntry.Line line : entry.lines()) {
            work.sql()
                    .update(
                            "insert into erp.journal_lines (store_id, id, entry_id, account, currency, amount, ves)"
                                    + " values (?, ?, ?, ?, ?, ?, ?)",
                            work.store(),
                            work.newId(),
                            id,
                            line.account(),
                            line.amount().currency(),
                            line.amount().amount(),
                            line.ves());
        }
        return id;
    }
}
