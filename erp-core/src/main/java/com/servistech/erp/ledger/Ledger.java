package com.servistech.erp.ledger;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Posts to the books of the store, always under today's business day: what is over is corrected today. */
public final class Ledger {

    private final Work work;

    public Ledger(Work work) {
        this.work = work;
    }

    /**
     * @return the entry's id
     * @throws IllegalArgumentException when the entry does not balance; the database checks it once more at commit
     * @throws Conflict {@code ledger.period-closed} when the books of today's month are closed
     */
    public UUID post(JournalEntry entry) {
        if (entry.sum().signum() != 0) {
            throw new IllegalArgumentException(entry.kind() + " does not balance: " + entry.sum());
        }
        UUID id = work.newId();
        insert(id, entry);
        insertLines(id, entry.lines());
        return id;
    }

    /**
     * Takes an entry back by its mirror image, today.
     *
     * @param kind what the new entry is called
     */
    public UUID reverse(UUID entryId, String kind, UUID documentId) {
        JournalEntry mirror = new JournalEntry(kind, documentId);
        new Journal(work).lines(entryId).forEach(line -> mirror.credit(line.account(), line.amount(), line.ves()));
        return post(mirror);
    }

    private void insert(UUID id, JournalEntry entry) {
        try {
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
        } catch (SqlFailure e) {
            throw refusedByPeriod(e);
        }
    }

    /** The SQLSTATE that V014 raises. */
    private static RuntimeException refusedByPeriod(SqlFailure failure) {
        return SqlFailure.stateOf(failure).filter("ERP03"::equals).isPresent()
                ? new Conflict("ledger.period-closed", "The books of this month are closed")
                : failure;
    }

    private void insertLines(UUID id, List<JournalEntry.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        // one statement, so that the audit keeps one row and not one a line
        work.sql()
                .update(
                        "insert into erp.journal_lines (store_id, id, entry_id, position, account, currency, amount, ves)"
                                + " select ?, l.id, ?, l.position, l.account, l.currency, l.amount::numeric, l.ves::numeric"
                                + " from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality"
                                + " as l (id, account, currency, amount, ves, position)",
                        work.store(),
                        id,
                        lines.stream().map(line -> work.newId()).toList(),
                        texts(lines, line -> line.account().code()),
                        texts(lines, line -> line.amount().currency().name()),
                        texts(lines, line -> line.amount().amount().toPlainString()),
                        texts(lines, line -> line.ves().amount().toPlainString()));
    }

    private static List<String> texts(List<JournalEntry.Line> lines, Function<JournalEntry.Line, String> part) {
        return lines.stream().map(part).toList();
    }
}
