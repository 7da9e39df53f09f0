package com.servistech.erp.audit;

import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** Reads a chain some links at a time, with what their entries give. */
final class LinkPages {

    private static final int LINKS_AT_ONCE = 2_000;

    private final Work work;
    private final StoreId store;

    LinkPages(Work work, StoreId store) {
        this.work = work;
        this.store = store;
    }

    /** @return the next links, in order; none when there are no more */
    List<ChainLink> between(long after, long upTo) {
        return work.sql()
                .list(
                        ChainLink::of,
                        "select " + ChainLink.COLUMNS + " from erp.audit_links"
                                + " where store_id = ? and position > ? and position <= ? order by position limit ?",
                        store,
                        after,
                        upTo,
                        LINKS_AT_ONCE);
    }

    /**
     * By the numbers of the entries between the first and the last of these links, so others may be among them.
     *
     * @param expression over the entry {@code e}
     */
    Map<Long, String> ofEntries(List<ChainLink> links, String expression) {
        LongSummaryStatistics numbers = links.stream()
                .flatMap(link -> link.ordinals().stream())
                .mapToLong(Long::longValue)
                .summaryStatistics();
        Map<Long, String> found = new HashMap<>();
        work.sql()
                .list(
                        row -> found.put(row.bigint("ordinal"), row.text("found")),
                        "select ordinal, " + expression + " found"
                                + " from erp.audit_entries e where store_id = ? and ordinal between ? and ?",
                        store,
                        numbers.getMin(),
                        numbers.getMax());
        return found;
    }
}
