package com.servistech.erp.ledger;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the journal (libro diario), oldest entry first. */
final class Journal {

    private static final String ENTRIES = """
            with page as (
              select e.* from erp.journal_entries e
               where e.store_id = ? and e.business_day between ? and ? and e.id > ?
                 and (?::uuid is null or e.document_id = ?::uuid)
                 and (?::text is null or exists (select from erp.journal_lines l
                       where l.store_id = e.store_id and l.entry_id = e.id and l.account = ?::text))
               order by e.id limit ?)
            select p.id, p.business_day, p.posted_at, p.kind, p.document_id,
                   l.account, a.number, a.name, l.currency, l.amount, l.ves
              from page p
              left join erp.journal_lines l on l.store_id = p.store_id and l.entry_id = p.id
              left join erp.accounts a on a.code = l.account
             order by p.id, l.position
            """;

    private final Work work;

    Journal(Work work) {
        this.work = work;
    }

    Page<JournalEntryView> page(JournalQuery query) {
        int limit = query.page().limit();
        List<JournalEntryView> found = read(query, query.page().afterId(), limit + 1);
        return Page.of(found, limit, entry -> entry.id().toString());
    }

    /** All of a month, a batch at a time, so that a long month needs no more memory than a short one. */
    void each(JournalQuery query, Consumer<JournalEntryView> reader) {
        UUID after = query.page().afterId();
        List<JournalEntryView> batch;
        do {
            batch = read(query, after, 1000);
            batch.forEach(reader);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).id();
        } while (batch.size() == 1000);
    }

    List<JournalEntry.Line> lines(UUID entryId) {
        return work.sql()
                .list(
                        row -> new JournalEntry.Line(
                                new Account(row.text("account")),
                                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                                new Money(row.decimal("ves"), Currency.VES)),
                        "select account, currency, amount, ves from erp.journal_lines where store_id = ? and entry_id = ?"
                                + " order by position",
                        work.store(),
                        entryId);
    }

    private List<JournalEntryView> read(JournalQuery query, UUID after, int limit) {
        Map<UUID, JournalEntryView> entries = new LinkedHashMap<>();
        work.sql()
                .list(
                        row -> entries.computeIfAbsent(row.uuid("id"), id -> entry(row))
                                .lines()
                                .addAll(line(row)),
                        ENTRIES,
                        work.store(),
                        query.month().first(),
                        query.month().last(),
                        after,
                        query.documentId(),
                        query.documentId(),
                        query.account(),
                        query.account(),
                        limit);
        return List.copyOf(entries.values());
    }

    private static JournalEntryView entry(Sql.Row row) {
        return new JournalEntryView(
                row.uuid("id"),
                row.date("business_day"),
                row.instant("posted_at"),
                row.text("kind"),
                row.uuid("document_id"),
                new ArrayList<>());
    }

    private static List<JournalEntryView.Line> line(Sql.Row row) {
        if (row.text("account") == null) {
            return List.of();
        }
        Currency currency = Currency.valueOf(row.text("currency"));
        Money amount = new Money(row.decimal("amount"), currency);
        Money ves = new Money(row.decimal("ves"), Currency.VES);
        return List.of(new JournalEntryView.Line(
                row.text("account"),
                row.text("number"),
                row.text("name"),
                debit(amount),
                debit(amount.negated()),
                debit(ves),
                debit(ves.negated())));
    }

    private static Money debit(Money amount) {
        return amount.isPositive() ? amount : Money.zero(amount.currency());
    }
}
