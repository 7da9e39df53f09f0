package com.servistech.erp.inventory;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
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
        return new PartBook(work).require(id);
    }

    /** For other features: what was typed, as a query over words without case and accents; null when nothing was. */
    public static String words(String typed) {
        return PartBook.words(typed);
    }

    /** For other features: whether there is such a part. */
    public boolean knows(UUID partId) {
        return work.sql()
                .first(row -> true, "select 1 from erp.parts where id = ?", partId)
                .isPresent();
    }

    /** By SKU. */
    public Page<PartView> parts(PartQuery query) {
        work.require(Permission.PARTS_READ);
        return new PartBook(work).parts(query);
    }

    /** @see SetPrice */
    public PriceView setPrice(UUID partId, Money price, LocalDate validFrom, String reason) {
        return new SetPrice(work).set(partId, price, validFrom, reason);
    }

    /** Newest day first, also those that have not begun. */
    public Page<PriceView> prices(UUID partId, Page.Request page) {
        part(partId);
        return new Prices(work).of(partId, page);
    }

    /** @throws NotFound {@code inventory.no-price} before the first one began */
    public PriceView priceOn(UUID partId, LocalDate day) {
        part(partId);
        return new Prices(work).on(partId, day);
    }

    /** @see SetMinimum */
    public StockView setMinimum(UUID partId, Integer minimum) {
        return new SetMinimum(work).set(partId, minimum);
    }

    /** Parts of which less is free than the minimum says, by SKU. */
    public Page<LowStock> low(Page.Request page) {
        work.require(Permission.PARTS_READ);
        return new StockReports(work).low(page);
    }

    /** What the store's shelves were worth at the end of a day, beside what the books say. @param day null for today */
    public StockValuation valuation(LocalDate day) {
        work.require(Permission.STOCK_VALUE);
        return new StockReports(work).valuation(day == null ? work.today() : day);
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
     * @return what they cost (COGS+), to be frozen on the line; the books have it
     * @throws com.servistech.erp.error.Conflict {@code inventory.insufficient-stock}
     */
    public Taken takeForInvoice(UUID partId, int quantity, UUID orderIdOrNull, UUID invoiceId) {
        return new TakeParts(work).forInvoice(partId, quantity, orderIdOrNull, invoiceId);
    }

    /** For {@code billing}: a credit note brings the part back, at the cost with which it left. */
    public StockView takeBack(UUID partId, int quantity, Worth worth, UUID creditNoteId) {
        return new TakeParts(work).back(partId, quantity, worth, creditNoteId);
    }

    /**
     * For {@code transfers}: free parts leave for another store.
     *
     * @return what each was worth, in the order of part ids
     * @throws com.servistech.erp.error.Conflict {@code inventory.insufficient-stock}
     */
    public List<Parcel> sendAway(SortedMap<UUID, Integer> pieces, UUID transferId) {
        return new CarryParts(work).away(pieces, transferId);
    }

    /** For {@code transfers}: parts of another store arrived. */
    public void bringIn(List<Parcel> parcels, UUID transferId) {
        new CarryParts(work).in(parcels, transferId);
    }

    /** For {@code transfers}: parts that this store had sent came back. */
    public void bringBack(List<Parcel> parcels, UUID transferId) {
        new CarryParts(work).back(parcels, transferId);
    }

    /** For {@code counts}: the shelf of a part, locked until the work ends, in the order of part ids. */
    public CountedShelf count(UUID partId) {
        return new CountedShelf(work, partId);
    }
}
