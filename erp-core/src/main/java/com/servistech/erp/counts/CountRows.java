package com.servistech.erp.counts;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.inventory.Worth;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** The rows of {@code stock_counts} and {@code stock_count_lines}. */
final class CountRows {

    /** What was counted of a part. */
    record Line(UUID partId, String sku, Integer counted, Integer expected, UUID countedBy) {

        int difference() {
            return counted == null ? 0 : counted - expected;
        }
    }

    private final Work work;

    CountRows(Work work) {
        this.work = work;
    }

    void insert(UUID id, String name) {
        work.sql()
                .update(
                        "insert into erp.stock_counts (store_id, id, name, status, opened_by, opened_at, updated_at)"
                                + " values (?, ?, ?, 'OPEN', ?, ?, ?)",
                        work.store(),
                        id,
                        name,
                        work.userId(),
                        work.now(),
                        work.now());
    }

    void addLine(UUID countId, UUID partId) {
        work.sql()
                .update(
                        "insert into erp.stock_count_lines (store_id, id, count_id, part_id) values (?, ?, ?, ?)"
                                + " on conflict (store_id, count_id, part_id) do nothing",
                        work.store(),
                        work.newId(),
                        countId,
                        partId);
    }

    /** Everything of which something is written down. */
    List<UUID> partsOnHand() {
        return work.sql()
                .list(
                        row -> row.uuid("part_id"),
                        "select part_id from erp.stock where store_id = ? and on_hand > 0 order by part_id",
                        work.store());
    }

    /** @throws NotFound {@code counts.not-found} */
    CountStatus lock(UUID id) {
        return work.sql()
                .first(
                        row -> CountStatus.valueOf(row.text("status")),
                        "select status from erp.stock_counts where store_id = ? and id = ? for update",
                        work.store(),
                        id)
                .orElseThrow(CountRows::notFound);
    }

    /** In the order in which shelves are locked. */
    List<Line> lines(UUID countId) {
        return work.sql()
                .list(
                        row -> new Line(
                                row.uuid("part_id"),
                                row.text("sku"),
                                row.text("counted") == null ? null : Integer.valueOf(row.text("counted")),
                                row.text("expected") == null ? null : Integer.valueOf(row.text("expected")),
                                row.uuid("counted_by")),
                        "select l.*, p.sku from erp.stock_count_lines l join erp.parts p on p.id = l.part_id"
                                + " where l.store_id = ? and l.count_id = ? order by l.part_id",
                        work.store(),
                        countId);
    }

    void count(UUID countId, UUID partId, int counted, int expected) {
        addLine(countId, partId);
        work.sql()
                .update(
                        "update erp.stock_count_lines set counted = ?, expected = ?, counted_by = ?, counted_at = ?"
                                + " where store_id = ? and count_id = ? and part_id = ?",
                        counted,
                        expected,
                        work.userId(),
                        work.now(),
                        work.store(),
                        countId,
                        partId);
        work.sql()
                .update(
                        "update erp.stock_counts set updated_at = ?, version = version + 1 where store_id = ? and id = ?",
                        work.now(),
                        work.store(),
                        countId);
    }

    void corrected(UUID countId, UUID partId, Worth added) {
        work.sql()
                .update(
                        "update erp.stock_count_lines set value = ?, value_ves = ? where store_id = ? and count_id = ? and part_id = ?",
                        added.usd().amount(),
                        added.ves().amount(),
                        work.store(),
                        countId,
                        partId);
    }

    void submitted(UUID id, String reason, Money off) {
        work.sql()
                .update(
                        "update erp.stock_counts set status = 'AWAITING_APPROVAL', submitted_by = ?, submitted_at = ?,"
                                + " reason = ?, off_usd = ?, updated_at = ?, version = version + 1 where store_id = ? and id = ?",
                        work.userId(),
                        work.now(),
                        reason,
                        off.amount(),
                        work.now(),
                        work.store(),
                        id);
    }

    void decided(UUID id, CountStatus status, String reason) {
        work.sql()
                .update(
                        "update erp.stock_counts set status = ?, decided_by = ?, decided_at = ?, reason = coalesce(?::text, reason),"
                                + " updated_at = ?, version = version + 1 where store_id = ? and id = ?",
                        status,
                        work.userId(),
                        work.now(),
                        reason,
                        work.now(),
                        work.store(),
                        id);
    }

    boolean submittedBy(UUID id, UUID person) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.stock_counts where store_id = ? and id = ? and submitted_by = ?",
                        work.store(),
                        id,
                        person)
                .isPresent();
    }

    static NotFound notFound() {
        return new NotFound("counts.not-found", "There is no such count");
    }
}
