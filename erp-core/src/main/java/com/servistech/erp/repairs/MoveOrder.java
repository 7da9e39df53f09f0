package com.servistech.erp.repairs;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Moves an order to another state. Two moves are acts of their own: READY takes a passed check ({@link PassQuality}),
 * DELIVERED the handover.
 */
public final class MoveOrder {

    private final Work work;
    private final History history;

    public MoveOrder(Work work) {
        this.work = work;
        this.history = new History(work);
    }

    /**
     * @param note why; needed to cancel
     * @throws Conflict {@code orders.illegal-transition}
     */
    public OrderView move(UUID orderId, OrderStatus to, String note) {
        if (!work.may(Permission.ORDERS_READ)) {
            work.require(Permission.ORDERS_REPAIR);
        }
        if (to == null) {
            throw Invalid.at("/to", "value.required", "This is required");
        }
        ServiceOrder order = history.lock(orderId);
        work.require(order.status().permissionTo(to));
        String why = checked(to, note);
        order.requireMove(to);
        if (to == OrderStatus.READY) {
            throw new Conflict(
                    "orders.illegal-transition",
                    "The order %s becomes READY by a passed check (qa-results); from here it can go to: DIAGNOSIS, MICRO_SOLDERING, CANCELLED"
                            .formatted(order.number()));
        } else if (to == OrderStatus.DELIVERED) {
            throw new Conflict(
                    "orders.illegal-transition",
                    "The order %s becomes DELIVERED by handing the device over".formatted(order.number()));
        }
        takeUpIfNobodyHasIt(order, to);
        history.move(order, to, why);
        if (to == OrderStatus.CANCELLED) {
            new Inventory(work).releaseAll(orderId);
        }
        return new OrderBook(work).order(orderId).orElseThrow(History::notFound);
    }

    private static String checked(OrderStatus to, String note) {
        Problems problems = new Problems();
        String why = to == OrderStatus.CANCELLED
                ? problems.required("/note", note, 2000)
                : problems.optional("/note", note, 2000);
        problems.refuseIfAny();
        return why;
    }

    /** A technician who starts on an order that nobody has, has it: otherwise nobody would earn and anybody check it. */
    private void takeUpIfNobodyHasIt(ServiceOrder order, OrderStatus to) {
        boolean begins = to == OrderStatus.DIAGNOSIS || to == OrderStatus.MICRO_SOLDERING;
        if (begins && order.technicianId() == null && Role.TECHNICIAN.name().equals(role())) {
            UUID technician = work.userId();
            AssignTechnician.membershipOf(work, technician)
                    .ifPresent(membership -> order.assign(technician, membership, work.now()));
        }
    }

    private String role() {
        return work.caller().roleIn(work.store());
    }
}
