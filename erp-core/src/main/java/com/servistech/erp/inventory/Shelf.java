package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/**
 * What the store has of one part, locked until the transaction ends: everybody else who wants the same part waits here,
 * so what is counted cannot be promised twice. Several parts are locked in the order of their ids.
 */
final class Shelf {

    private final Work work;
    private final UUID partId;
    private int onHand;
    private int reserved;

    private Shelf(Work work, UUID partId, int onHand, int reserved) {
        this.work = work;
        this.partId = partId;
        this.onHand = onHand;
        this.reserved = reserved;
    }

    static Shelf lock(Work work, UUID partId) {
        String select = "select on_hand, reserved from erp.stock where store_id = ? and part_id = ? for update";
        return work.sql()
                .first(
                        row -> of(work, partId, row.integer("on_hand"), row.integer("reserved")),
                        select,
                        work.store(),
                        partId)
                .orElseGet(() -> {
                    work.sql()
                            .update(
                                    "insert into erp.stock (store_id, id, part_id, updated_at) values (?, ?, ?, ?)"
                                            + " on conflict (store_id, part_id) do nothing",
                                    work.store(),
                                    work.newId(),
                                    partId,
                                    work.now());
                    return work.sql()
                            .first(
                                    row -> of(work, partId, row.integer("on_hand"), row.integer("reserved")),
                                    select,
                                    work.store(),
                                    partId)
                            .orElseThrow();
                });
    }

    private static Shelf of(Work work, UUID partId, int onHand, int reserved) {
        return new Shelf(work, partId, onHand, reserved);
    }

    int available() {
        return onHand - reserved;
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

    /** Takes parts away: first a number that was reserved for it, the others from what is free. */
    void take(int fromReserved, int fromFree, Movement movement) {
        need(fromFree);
        reserved -= fromReserved;
        move(-fromReserved - fromFree, movement);
    }

    /** Puts parts on the shelf, or takes away what a count did not find (a negative quantity). */
    void put(int quantity, Movement movement) {
        if (quantity < 0) {
            need(-quantity);
        }
        move(quantity, movement);
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

    private void move(int quantity, Movement movement) {
        onHand += quantity;
        save();
        work.sql()
                .update(
                        "insert into erp.stock_movements (store_id, id, part_id, kind, quantity, on_hand, unit_cost,"
                                + " reason, reference_id, order_id, moved_by, moved_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?::numeric, ?, ?::uuid, ?::uuid, ?::uuid, ?)",
                        work.store(),
                        work.newId(),
                        partId,
                        movement.kind(),
                        quantity,
                        onHand,
                        movement.unitCost() == null ? null : movement.unitCost().amount(),
                        movement.reason(),
                        movement.referenceId(),
                        movement.orderId(),
                        work.user().orElse(null),
                        work.now());
    }

    private void save() {
        work.sql()
                .update(
                        "update erp.stock set on_hand = ?, reserved = ?, updated_at = ?, version = version + 1"
                                + " where store_id = ? and part_id = ?",
                        onHand,
                        reserved,
                        work.now(),
                        work.store(),
                        partId);
        new Outbox(work)
                .add(
                        "stock.changed",
                        partId,
                        Map.of("onHand", String.valueOf(onHand), "available", String.valueOf(available())));
    }

    /** Why stock moves: everything but how much. */
    record Movement(MovementKind kind, Money unitCost, String reason, UUID referenceId, UUID orderId) {}
}
