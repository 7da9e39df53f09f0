package com.servistech.erp.repairs;

import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Puts the description, the priority or the diagnosis of an open order right. */
public final class UpdateOrder {

    private final Work work;

    public UpdateOrder(Work work) {
        this.work = work;
    }

    /** @throws Stale when somebody changed the order since the caller read it */
    public OrderView update(UUID id, int expectedVersion, OrderDetails changed) {
        if (!work.may(Permission.ORDERS_RECEIVE)) {
            work.require(Permission.ORDERS_REPAIR);
        }
        History history = new History(work);
        ServiceOrder order = history.lock(id);
        OrderDetails details = changed.checked();
        order.requireVersion(expectedVersion);
        order.requireOpen();
        order.become(details, work.now());
        work.flush();
        history.announce("orders.changed", order, Map.of("number", order.number()));
        return new OrderBook(work).order(id).orElseThrow(History::notFound);
    }
}
