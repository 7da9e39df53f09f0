package com.servistech.erp.inventory;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads stock, its ledger and reservations, one statement each. */
final class StockBook {

    private final Work work;

    StockBook(Work work) {
        this.work = work;
    }

    StockView stock(UUID partId) {
        return work.sql()
                .first(
                        row -> new StockView(partId, row.integer("on_hand"), row.integer("reserved")),
                        "select on_hand, reserved from erp.stock where store_id = ? and part_id = ?",
                        work.store(),
                        partId)
                .orElseGet(() -> {
                    new PartBook(work).require(partId);
                    return new StockView(partId, 0, 0);
                });
    }

    /** The cursor is a movement's id: its ordinal would say how much all stores moved. */
    Page<MovementView> movements(UUID partId, Page.Request page) {
        UUID before = page.cursor() == null ? null : page.beforeId();
        List<MovementView> movements = work.sql()
                .list(
                        StockBook::toMovement,
                        "select id, part_id, kind, quantity, on_hand, value, value_ves,"
                                + " round(unit_cost, 2) as unit_cost, paid_cost, reason, reference_id,"
                                + " order_id, moved_by, moved_at from erp.stock_movements"
                                + " where store_id = ? and part_id = ? and (?::uuid is null or ordinal <"
                                + " (select m.ordinal from erp.stock_movements m where m.store_id = ? and m.id = ?::uuid))"
                                + " order by ordinal desc limit ?",
                        work.store(),
                        partId,
                        before,
                        work.store(),
                        before,
                        page.limit() + 1);
        return Page.of(movements, page.limit(), movement -> movement.id().toString());
    }

    private static MovementView toMovement(Sql.Row row) {
        return new MovementView(
                row.uuid("id"),
                row.uuid("part_id"),
                MovementKind.valueOf(row.text("kind")),
                row.integer("quantity"),
                row.integer("on_hand"),
                PartBook.usd(row, "value"),
                new Money(row.decimal("value_ves"), Currency.VES),
                PartBook.usd(row, "unit_cost"),
                PartBook.usd(row, "paid_cost"),
                row.text("reason"),
                row.uuid("reference_id"),
                row.uuid("order_id"),
                row.uuid("moved_by"),
                row.instant("moved_at"));
    }

    List<ReservationView> reservations(UUID orderId) {
        return work.sql()
                .list(
                        row -> new ReservationView(
                                row.uuid("id"),
                                row.uuid("order_id"),
                                row.uuid("part_id"),
                                row.text("sku"),
                                row.text("name"),
                                row.integer("quantity"),
                                row.integer("taken"),
                                row.text("status"),
                                PartBook.usd(row, "price"),
                                row.instant("reserved_at")),
                        "select r.id, r.order_id, r.part_id, p.sku, p.name, r.quantity, r.taken, r.status,"
                                + " coalesce(erp.part_price(p.id, ?), 0) as price,"
                                + " r.reserved_at from erp.reservations r join erp.parts p on p.id = r.part_id"
                                + " where r.order_id = ? order by r.reserved_at, r.id",
                        work.today(),
                        orderId);
    }
}
