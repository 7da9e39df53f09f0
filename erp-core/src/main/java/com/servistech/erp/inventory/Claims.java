package com.servistech.erp.inventory;

import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** The rows of {@code reservations}. Changed only while the part's shelf is locked. */
final class Claims {

    /** A reservation as far as taking and billing need it. */
    record Claim(UUID id, int open, int unbilled, Worth unbilledCost) {}

    private final Work work;

    Claims(Work work) {
        this.work = work;
    }

    void add(UUID id, UUID orderId, UUID partId, int quantity) {
        work.sql()
                .update(
                        "insert into erp.reservations (store_id, id, order_id, part_id, quantity, reserved_by,"
                                + " reserved_at, updated_at) values (?, ?, ?, ?, ?, ?::uuid, ?, ?)",
                        work.store(),
                        id,
                        orderId,
                        partId,
                        quantity,
                        work.user().orElse(null),
                        work.now(),
                        work.now());
    }

    List<Claim> of(UUID orderId, UUID partId) {
        return work.sql()
                .list(
                        row -> new Claim(
                                row.uuid("id"),
                                row.integer("open"),
                                row.integer("unbilled"),
                                Worth.of(row.decimal("unbilled_cost"), row.decimal("unbilled_cost_ves"))),
                        "select id, case status when 'OPEN' then quantity - taken else 0 end as open,"
                                + " taken - billed as unbilled, cost - billed_cost as unbilled_cost,"
                                + " cost_ves - billed_cost_ves as unbilled_cost_ves from erp.reservations"
                                + " where store_id = ? and order_id = ? and part_id = ? order by id",
                        work.store(),
                        orderId,
                        partId);
    }

    /** The parts that the order still has a claim on, in the order in which shelves are locked. */
    List<UUID> openParts(UUID orderId) {
        return work.sql()
                .list(
                        row -> row.uuid("part_id"),
                        "select distinct part_id from erp.reservations"
                                + " where store_id = ? and order_id = ? and status = 'OPEN' order by part_id",
                        work.store(),
                        orderId);
    }

    /** @param billed whether they stand on an invoice at once */
    void take(UUID id, int pieces, Worth cost, boolean billed) {
        work.sql()
                .update(
                        "update erp.reservations set taken = taken + ?, cost = cost + ?, cost_ves = cost_ves + ?,"
                                + " status = case when taken + ? = quantity then 'CONSUMED' else status end,"
                                + " updated_at = ?, version = version + 1 where store_id = ? and id = ?",
                        pieces,
                        cost.usd().amount(),
                        cost.ves().amount(),
                        pieces,
                        work.now(),
                        work.store(),
                        id);
        bill(id, billed ? pieces : 0, billed ? cost : Worth.NOTHING);
    }

    /** Parts that were taken before stand on an invoice now. */
    void bill(UUID id, int pieces, Worth cost) {
        work.sql()
                .update(
                        "update erp.reservations set billed = billed + ?, billed_cost = billed_cost + ?,"
                                + " billed_cost_ves = billed_cost_ves + ?, unit_cost = case when taken > billed + ?"
                                + " then (cost - billed_cost - ?) / (taken - billed - ?) else cost / taken end,"
                                + " updated_at = ? where store_id = ? and id = ?",
                        pieces,
                        cost.usd().amount(),
                        cost.ves().amount(),
                        pieces,
                        cost.usd().amount(),
                        pieces,
                        work.now(),
                        work.store(),
                        id);
    }

    /** What was taken already stays taken; the rest is nobody's again. */
    void release(UUID id) {
        work.sql()
                .update(
                        "update erp.reservations set status = 'RELEASED', updated_at = ?, version = version + 1"
                                + " where store_id = ? and id = ? and status = 'OPEN'",
                        work.now(),
                        work.store(),
                        id);
    }
}
