package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the store has of one part, locked until the transaction ends: everybody else who wants the same part waits here,
 * so what is counted cannot be promised twice. Several parts are locked in the order of their ids.
 */
final class Shelf {

    private static final String LOCK = "select on_hand, reserved, value, value_ves from erp.stock"
            + " where store_id = ? and part_id = ? for update";

    private final Work work;
    private final UUID partId;
    private int onHand;
    private int reserved;
    private Worth worth;

    private Shelf(Work work, UUID partId, int onHand, int reserved, Worth worth) {
        this.work = work;
        this.partId = partId;
        this.onHand = onHand;
        this.reserved = reserved;
        this.worth = worth;
    }

    static Shelf lock(Work work, UUID partId) {
        return locked(work, partId).orElseGet(() -> {
            work.sql()
                    .update(
                            "insert into erp.stock (store_id, id, part_id, updated_at) values (?, ?, ?, ?)"
                                    + " on conflict (store_id, part_id) do nothing",
                            work.store(),
                            work.newId(),
                            partId,
                            work.now());
            return locked(work, partId).orElseThrow();
        });
    }

    private static Optional<Shelf> locked(Work work, UUID partId) {
        return work.sql()
                .first(
                        row -> new Shelf(
                                work,
                                partId,
                                row.integer("on_hand"),
                                row.integer("reserved"),
                                Worth.of(row.decimal("value"), row.decimal("value_ves"))),
                        LOCK,
                        work.store(),
                        partId);
    }

    int onHand() {
        return onHand;
    }

    int available() {
        return onHand - reserved;
    }

    /** What so many of those on hand are worth. */
    Worth worthOf(int pieces) {
        return worth.share(pieces, onHand);
    }

    /** Sets parts aside that stay on the shelf. */
    void reserve(int quantity) {
        need(quantity);
        reserved += quantity;
        save();
    }

    void release(int quantity) {
        reserved -= quantity;
        save();
    }

    /**
     * Takes parts away: first a number that was reserved for it, the others from what is free.
     *
     * @return what they were worth
     * @throws Conflict {@code inventory.insufficient-stock}
     */
    Worth take(int fromReserved, int fromFree, Movement movement) {
        need(fromFree);
        int pieces = fromReserved + fromFree;
        Worth taken = worthOf(pieces);
        reserved -= fromReserved;
        move(-pieces, taken.negated(), movement);
        return taken;
    }

    /** Puts parts on the shelf that are worth so much together. */
    void put(int pieces, Worth added, Movement movement) {
        move(pieces, added, movement);
    }

    StockView view() {
        return new StockView(partId, onHand, reserved);
    }

    private void need(int quantity) {
        if (quantity > available()) {
            throw new Conflict(
                    "inventory.insufficient-stock",
                    "%d wanted, %d available (%d on hand, %d reserved)"
                            .formatted(quantity, available(), onHand, reserved));
        }
    }

    private void move(int quantity, Worth added, Movement movement) {
        onHand += quantity;
        worth = worth.plus(added);
        save();
        BigDecimal unitCost = (quantity < 0 ? added.negated() : added).unitCost(Math.abs(quantity));
        work.sql()
                .update(
                        "insert into erp.stock_movements (store_id, id, part_id, kind, quantity, on_hand, value, value_ves,"
                                + " unit_cost, paid_cost, reason, reference_id, order_id, moved_by, moved_at, business_day)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?, ?::uuid, ?::uuid, ?::uuid, ?, ?)",
                        work.store(),
                        work.newId(),
                        partId,
                        movement.kind(),
                        quantity,
                        onHand,
                        added.usd().amount(),
                        added.ves().amount(),
                        unitCost,
                        movement.paidCost() == null ? null : movement.paidCost().amount(),
                        movement.reason(),
                        movement.referenceId(),
                        movement.orderId(),
                        work.user().orElse(null),
                        work.now(),
                        work.today());
    }

    private void save() {
        work.sql()
                .update(
                        "update erp.stock set on_hand = ?, reserved = ?, value = ?, value_ves = ?, updated_at = ?,"
                                + " version = version + 1 where store_id = ? and part_id = ?",
                        onHand,
                        reserved,
                        worth.usd().amount(),
                        worth.ves().amount(),
                        work.now(),
                        work.store(),
                        partId);
        new Outbox(work)
                .add(
                        "stock.changed",
                        partId,
                        Map.of("onHand", String.valueOf(onHand), "available", String.valueOf(available())));
    }

    /**
     * Why stock moves: everything but how much.
     *
     * @param paidCost what a supplier was paid for one; null where nobody was
     * @param referenceId the document that moves it; null for none
     */
    record Movement(MovementKind kind, Money paidCost, String reason, UUID referenceId, UUID orderId) {

        static Movement of(MovementKind kind, UUID referenceId) {
            return new Movement(kind, null, null, referenceId, null);
        }

        static Movement because(MovementKind kind, String reason, UUID referenceId) {
            return new Movement(kind, null, reason, referenceId, null);
        }
    }
}
