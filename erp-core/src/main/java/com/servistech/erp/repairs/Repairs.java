package com.servistech.erp.repairs;

import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.ReservationView;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The store's service orders up to READY, over one open work. */
public final class Repairs {

    private final Work work;

    public Repairs(Work work) {
        this.work = work;
    }

    /** @see ReceiveDevice */
    public OrderView receive(NewOrder order) {
        return new ReceiveDevice(work).receive(order);
    }

    /** @throws com.servistech.erp.error.NotFound {@code orders.not-found} */
    public OrderView get(UUID id) {
        work.require(Permission.ORDERS_READ);
        return new OrderBook(work).order(id).orElseThrow(History::notFound);
    }

    /**
     * For what hangs on an order and is shown by a permission of its own.
     *
     * @throws com.servistech.erp.error.NotFound {@code orders.not-found}
     */
    public void requireKnown(UUID id) {
        new OrderBook(work).order(id).orElseThrow(History::notFound);
    }

    /** Newest first. */
    public Page<OrderCard> list(OrderQuery query) {
        work.require(Permission.ORDERS_READ);
        return new OrderBook(work).list(query);
    }

    public Board board() {
        work.require(Permission.ORDERS_READ);
        return new OrderBook(work).board();
    }

    /** @see UpdateOrder */
    public OrderView update(UUID id, int expectedVersion, OrderDetails changed) {
        return new UpdateOrder(work).update(id, expectedVersion, changed);
    }

    /** @see AssignTechnician */
    public OrderView assign(UUID orderId, UUID technicianId) {
        return new AssignTechnician(work).assign(orderId, technicianId);
    }

    /** @see MoveOrder */
    public OrderView move(UUID orderId, OrderStatus to, String note) {
        return new MoveOrder(work).move(orderId, to, note);
    }

    /** @see PassQuality */
    public OrderView recordQuality(UUID orderId, NewQaResult result) {
        return new PassQuality(work).record(orderId, result);
    }

    /** @see SetPartsAside */
    public ReservationView reservePart(UUID orderId, UUID partId, int quantity) {
        return new SetPartsAside(work).reserve(orderId, partId, quantity);
    }

    /** Gives back what the reservation has not taken yet. */
    public void releasePart(UUID orderId, UUID reservationId) {
        new SetPartsAside(work).release(orderId, reservationId);
    }

    /**
     * For {@code handover}, which has made sure that the device may go: READY becomes DELIVERED, and what is still
     * reserved went into the device.
     *
     * @throws com.servistech.erp.error.Conflict {@code orders.illegal-transition} when it is not READY
     */
    public OrderView markDelivered(UUID orderId, String note) {
        work.require(Permission.ORDERS_DELIVER);
        History history = new History(work);
        ServiceOrder order = history.lock(orderId);
        order.requireMove(OrderStatus.DELIVERED);
        history.move(order, OrderStatus.DELIVERED, note == null || note.isBlank() ? null : note.strip());
        new Inventory(work).useReserved(orderId);
        return new OrderBook(work).order(orderId).orElseThrow(History::notFound);
    }
}
