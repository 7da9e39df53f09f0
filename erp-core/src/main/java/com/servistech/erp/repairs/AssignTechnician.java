package com.servistech.erp.repairs;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives an open order to somebody of the store who repairs. */
public final class AssignTechnician {

    private final Work work;

    public AssignTechnician(Work work) {
        this.work = work;
    }

    /**
     * @param technicianId a user of the store
     * @throws Conflict {@code orders.closed}
     */
    public OrderView assign(UUID orderId, UUID technicianId) {
        work.require(Permission.ORDERS_ASSIGN);
        History history = new History(work);
        ServiceOrder order = history.lock(orderId);
        if (technicianId == null) {
            throw Invalid.at("/technicianId", "value.required", "This is required");
        }
        order.requireOpen();
        UUID membership = membershipOf(work, technicianId)
                .orElseThrow(() -> Invalid.at(
                        "/technicianId", "technician.unknown", "Nobody who repairs in this store has this id"));
        order.assign(technicianId, membership, work.now());
        work.flush();
        history.announce(
                "orders.assigned", order, Map.of("number", order.number(), "technicianId", technicianId.toString()));
        return new OrderBook(work).order(orderId).orElseThrow(History::notFound);
    }

    static Optional<UUID> membershipOf(Work work, UUID technicianId) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select id from erp.memberships where store_id = ? and user_id = ? and ended_at is null"
                                + " and role in ('TECHNICIAN', 'SUPERVISOR', 'MANAGER')",
                        work.store(),
                        technicianId);
    }
}
