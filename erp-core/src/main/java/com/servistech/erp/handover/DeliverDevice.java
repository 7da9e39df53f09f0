package com.servistech.erp.handover;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.repairs.OrderView;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Hands a finished device to its customer. */
public final class DeliverDevice {

    private final Work work;

    public DeliverDevice(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code orders.illegal-transition} when the order is not READY */
    public OrderView deliver(UUID orderId, String note) {
        return new Repairs(work).markDelivered(orderId, note);
    }
}
