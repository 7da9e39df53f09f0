package com.servistech.erp.audit;

import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A store's chain as lines of JSON that anybody can verify: the line of each entry is, byte for byte, what was hashed.
 * The export is itself on record.
 */
public final class ChainExport {

    private final Work work;
    private final StoreId store;
    private final Instant from;
    private final Instant to;

    ChainExport(Work work, StoreId store, Instant from, Instant to) {
        this.work = work;
        this.store = store;
        this.from = from;
        this.to = to;
    }

    /** @return how many links were written */
    public long writeTo(Appendable out) {
        try {
            long written = write(out);
            new TakeNote(work)
                    .take(new AuditNote(
                            "audit.exported",
                            "audit_entries",
                            null,
                            Map.of(
                                    "store", store.toString(),
                                    "from", String.valueOf(from),
                                    "to", String.valueOf(to),
                                    "links", Long.toString(written))));
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(Appendable out) throws IOException {
        out.append("[\"export\",1,\"" + store + "\"," + quoted(from) + "," + quoted(to) + "]\n");
        LinkPages pages = new LinkPages(work, store);
        long after = bound("min", "at >= ?", from, 1L) - 1;
        long last = bound("max", "at < ?", to, 0L);
        long written = 0;
        for (List<ChainLink> links = pages.between(after, last); !links.isEmpty(); links = pages.between(after, last)) {
            Map<Long, String> lines = pages.lines(links);
            for (ChainLink link : links) {
                for (long ordinal : link.ordinals()) {
                    if (lines.containsKey(ordinal)) {
                        out.append(lines.get(ordinal)).append('\n');
                    }
                }
                out.append("[\"link\",1,\"%s\",%d,\"%s\",\"%s\",%d]\n"
                        .formatted(
                                store,
                                link.position(),
                                link.previousHash(),
                                link.hash(),
                                link.ordinals().size()));
                after = link.position();
                written++;
            }
        }
        return written;
    }

    /** Links stand in the order of their commits, not of their beginnings: all from the first to the last that fits. */
    private long bound(String which, String condition, Instant at, long otherwise) {
        return work.sql()
                .first(
                        row -> row.text("bound") == null ? otherwise : row.bigint("bound"),
                        "select " + which + "(position) bound from erp.audit_links where store_id = ? and "
                                + (at == null ? "?::text is null" : condition),
                        store,
                        at)
                .orElse(otherwise);
    }

    private static String quoted(Instant at) {
        return at == null ? "null" : "\"" + at + "\"";
    }
}
