package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Sets parts aside for an order: nobody else can sell them from now on. The order is locked by whoever calls this. */
public final class ReservePart {

    private static final int LARGEST = 1_000;

    private final Work work;

    public ReservePart(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code inventory.insufficient-stock} */
    public ReservationView reserve(UUID orderId, UUID partId, int quantity) {
        if (!work.may(Permission.STOCK_MOVE)) {
            work.require(Permission.ORDERS_REPAIR);
        }
        if (partId == null) {
            throw Invalid.at("/partId", "value.required", "This is required");
        }
        if (quantity < 1 || quantity > LARGEST) {
            throw Invalid.at("/quantity", "number.range", "Between 1 and " + LARGEST);
        }
        PartView part = new PartBook(work).require(partId);
        Shelf.lock(work, partId).reserve(quantity);
        UUID id = work.newId();
        new Claims(work).add(id, orderId, partId, quantity);
        return new ReservationView(
                id, orderId, partId, part.sku(), part.name(), quantity, 0, "OPEN", part.price(), work.now());
    }
}
