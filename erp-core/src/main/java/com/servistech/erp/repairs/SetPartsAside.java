package com.servistech.erp.repairs;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.ReservationView;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Sets parts aside for an open order, or gives them back. The order is locked first: a cancelled one gets none. */
public final class SetPartsAside {

    private final Work work;

    public SetPartsAside(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code inventory.insufficient-stock} or {@code orders.closed} */
    public ReservationView reserve(UUID orderId, UUID partId, int quantity) {
        requireHands();
        ServiceOrder order = new History(work).lock(orderId);
        order.requireOpen();
        return new Inventory(work).reserve(orderId, partId, quantity);
    }

    void release(UUID orderId, UUID reservationId) {
        requireHands();
        new History(work).lock(orderId);
        new Inventory(work).release(orderId, reservationId);
    }

    private void requireHands() {
        if (!work.may(Permission.STOCK_MOVE)) {
            work.require(Permission.ORDERS_REPAIR);
        }
    }
}
