package com.servistech.erp.inventory;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** The catalogue of parts and the store's stock of them, over one open work. */
public final class Inventory {

    private final Work work;

    public Inventory(Work work) {
        this.work = work;
    }

    /** @see EnterPart */
    public PartView enterPart(NewPart part) {
        return new EnterPart(work).enter(part);
    }

    /** @see UpdatePart */
    public PartView updatePart(UUID id, int expectedVersion, NewPart changed) {
        return new UpdatePart(work).update(id, expectedVersion, changed);
    }

    /** @throws NotFound {@code inventory.not-found} */
    public PartView part(UUID id) {
        work.require(Permission.PARTS_READ);
        return new Catalogue(work).require(id);
    }

    /** By SKU. */
    public Page<PartView> parts(PartQuery query) {
        work.require(Permission.PARTS_READ);
        return new Catalogue(work).parts(query);
    }

    public StockView stock(UUID partId) {
        work.require(Permission.PARTS_READ);
        return new StockBook(work).stock(partId);
    }

    /** @see MoveStock */
    public StockView move(NewMovement movement) {
        return new MoveStock(work).move(movement);
    }

    /** The ledger of a part, newest first. */
    public Page<MovementView> movements(UUID partId, Page.Request page) {
        work.require(Permission.PARTS_READ);
        return new StockBook(work).movements(partId, page);
    }

    /** For {@code repairs}, which has locked the order. @see ReservePart */
    public ReservationView reserve(UUID orderId, UUID partId, int quantity) {
        return new ReservePart(work).reserve(orderId, partId, quantity);
    }

    /**
     * Gives back what one reservation has not taken yet.
     *
     * @throws NotFound when the order has no such reservation
     */
    public void release(UUID orderId, UUID reservationId) {
        if (!work.may(Permission.STOCK_MOVE)) {
            work.require(Permission.ORDERS_REPAIR);
        }
        ReservationView reservation = reservations(orderId).stream()
                .filter(r -> r.id().equals(reservationId))
                .findFirst()
                .orElseThrow(() -> new NotFound("inventory.reservation-not-found", "There is no such reservation"));
        new ReleaseParts(work).releaseOne(orderId, reservation.partId(), reservationId);
    }

    /** For {@code repairs}: an order that is called off gives back everything it reserved and did not take. */
    public void releaseAll(UUID orderId) {
        new ReleaseParts(work).releaseAllOf(orderId);
    }

    /** For {@code repairs}: what is still reserved when the device is handed over went into it. */
    public void useReserved(UUID orderId) {
        new TakeParts(work).builtInto(orderId);
    }

    /** Everything that was ever set aside for the order. */
    public List<ReservationView> reservations(UUID orderId) {
        return new StockBook(work).reservations(orderId);
    }

    /**
     * For {@code billing}: the part leaves the shelf on an invoice, the order's own reservation first. Several parts of
     * one invoice are taken in the order of their ids.
     *
     * @return what one cost (COGS+), to be frozen on the line
     * @throws com.servistech.erp.error.Conflict {@code inventory.insufficient-stock}
     */
    public Money takeForInvoice(UUID partId, int quantity, UUID orderIdOrNull, UUID invoiceId) {
        return new TakeParts(work).forInvoice(partId, quantity, orderIdOrNull, invoiceId);
    }

    /** For {@code billing}: a credit note brings the part back, at the cost with which it left. */
    public StockView takeBack(UUID partId, int quantity, Money unitCost, UUID creditNoteId) {
        return new TakeParts(work).back(partId, quantity, unitCost, creditNoteId);
    }
}
