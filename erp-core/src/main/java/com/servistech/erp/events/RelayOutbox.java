package com.servistech.erp.events;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Gives events their position and says which are to be handed on. One node at a time: it holds a lease in the database's
 * time, and whoever lost it changes nothing. The order of commits, not that of ids, is what positions follow.
 */
public final class RelayOutbox {

    /** Of what happened in the same microsecond, first what the database wrote first. */
    private static final String ORDER = "occurred_at, tx, command, id";

    private final Work work;

    public RelayOutbox(Work work) {
        this.work = work;
    }

    /** @return the number of this node's lease; empty while another node has it */
    public OptionalInt take(String node, Duration lease) {
        return work.sql()
                .first(
                        row -> OptionalInt.of(row.integer("fence")),
                        "update erp.outbox_relay set fence = fence + case when node = ? then 0 else 1 end, node = ?,"
                                + " lease_until = clock_timestamp() + ?::interval where store_id = ?"
                                + " and (node is null or node = ? or lease_until < clock_timestamp()) returning fence",
                        node,
                        node,
                        lease.toString(),
                        StoreId.CHAIN,
                        node)
                .orElse(OptionalInt.empty());
    }

    /** Lets another node go on at once. */
    public void giveBack(String node) {
        work.sql()
                .update(
                        "update erp.outbox_relay set node = null, lease_until = null where store_id = ? and node = ?",
                        StoreId.CHAIN,
                        node);
    }

    /** The next events in order, each with its position; none when this lease is lost. */
    public List<PublishedEvent> next(int fence, int most) {
        Long last = work.sql()
                .first(
                        row -> row.bigint("position"),
                        "select position from erp.outbox_relay where store_id = ? and fence = ? for update",
                        StoreId.CHAIN,
                        fence)
                .orElse(null);
        if (last == null) {
            return List.of();
        }
        int given = work.sql()
                .update(
                        "with waiting as (select store_id, id, row_number() over (order by " + ORDER + ") n from"
                                + " (select store_id, id, occurred_at, xmin::text::bigint tx, cmin::text::bigint command"
                                + " from erp.outbox where position is null order by " + ORDER + " limit ?) w)"
                                + " update erp.outbox o set position = ? + n from waiting w"
                                + " where o.store_id = w.store_id and o.id = w.id",
                        most,
                        last);
        work.sql()
                .update("update erp.outbox_relay set position = position + ? where store_id = ?", given, StoreId.CHAIN);
        return work.sql()
                .list(
                        RelayOutbox::event,
                        "select position, store_id, id, topic, entity_id, occurred_at, payload::text from erp.outbox"
                                + " where position is not null and published_at is null order by position limit ?",
                        most);
    }

    /** @return how many; none when this lease is lost, and then they are told once more by who has it now */
    public int published(int fence, List<PublishedEvent> events) {
        return work.sql()
                .update(
                        "update erp.outbox set published_at = ? where id = any (?) and published_at is null"
                                + " and exists (select from erp.outbox_relay where store_id = ? and fence = ?)",
                        work.now(),
                        events.stream().map(PublishedEvent::id).toList(),
                        StoreId.CHAIN,
                        fence);
    }

    /** How long ago what waits to be handed on happened; nothing when nothing waits. */
    public Backlog backlog() {
        return work.sql()
                .first(
                        row -> new Backlog(row.integer("n"), Optional.ofNullable(row.instant("oldest"))),
                        "select count(*)::int n, min(occurred_at) oldest from erp.outbox where published_at is null")
                .orElseThrow();
    }

    /** @param oldest when the first of them happened */
    public record Backlog(int events, Optional<Instant> oldest) {}

    /** Forgets what was told before this instant. @return how many */
    public int purge(Instant before) {
        return work.sql().update("delete from erp.outbox where published_at < ?", before);
    }

    private static PublishedEvent event(Sql.Row row) {
        return new PublishedEvent(
                row.bigint("position"),
                new StoreId(row.uuid("store_id")),
                row.uuid("id"),
                row.text("topic"),
                row.uuid("entity_id"),
                row.instant("occurred_at"),
                row.text("payload"));
    }
}
