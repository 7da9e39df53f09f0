package com.servistech.erp.audit;

import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** Reads a chain some links at a time, so that a chain of any length is read in little memory. */
final class LinkPages {

    private static final int LINKS_AT_ONCE = 2_000;

    /** Many enough that every core hashes for a while, few enough to be held; one transaction is never cut in two. */
    private static final int ENTRIES_AT_ONCE = 100_000;

    private final Work work;
    private final StoreId store;
    private final int mostLinks;
    private final int mostEntries;

    LinkPages(Work work, StoreId store) {
        this(work, store, LINKS_AT_ONCE, ENTRIES_AT_ONCE);
    }

    LinkPages(Work work, StoreId store, int mostLinks, int mostEntries) {
        this.work = work;
        this.store = store;
        this.mostLinks = mostLinks;
        this.mostEntries = mostEntries;
    }

    /** @return the next links, in order; none when there are no more */
    List<ChainLink> between(long after, long upTo) {
        return work.sql()
                .list(
                        ChainLink::of,
                        "select " + ChainLink.COLUMNS + " from erp.audit_links where store_id = ? and position > ?"
                                + " and position <= (select coalesce(max(position) filter (where entries <= ?), min(position)) from"
                                + " (select position, sum(length(leaves) / 32) over (order by position) entries from"
                                + " (select position, leaves from erp.audit_links where store_id = ? and position > ? and position <= ?"
                                + " order by position limit ?) near) summed) order by position",
                        store,
                        after,
                        mostEntries,
                        store,
                        after,
                        upTo,
                        mostLinks);
    }

    /** The lines of the entries of these links by their numbers; lines of others may be among them. */
    Map<Long, String> lines(List<ChainLink> links) {
        LongSummaryStatistics numbers = numbers(links);
        Map<Long, String> found = new HashMap<>();
        work.sql()
                .list(
                        row -> found.put(row.bigint("ordinal"), row.text("line")),
                        "select ordinal, erp.audit_line(e) line"
                                + " from erp.audit_entries e where store_id = ? and ordinal between ? and ?",
                        store,
                        numbers.getMin(),
                        numbers.getMax());
        return found;
    }

    /** The hashes of the entries of these links as they stand now, computed in the database; of others there may be some too. */
    Leaves leaves(List<ChainLink> links) {
        LongSummaryStatistics numbers = numbers(links);
        return work.sql()
                .first(
                        row -> Leaves.of(row.bytes("packed")),
                        "select string_agg(int8send(ordinal) || leaf, ''::bytea order by ordinal) packed from"
                                + " (select ordinal, sha256(convert_to(erp.audit_line(e), 'UTF8')) leaf"
                                + " from erp.audit_entries e where store_id = ? and ordinal between ? and ? offset 0) hashed",
                        store,
                        numbers.getMin(),
                        numbers.getMax())
                .orElseThrow();
    }

    private static LongSummaryStatistics numbers(List<ChainLink> links) {
        return links.stream()
                .flatMap(link -> link.ordinals().stream())
                .mapToLong(Long::longValue)
                .summaryStatistics();
    }
}
