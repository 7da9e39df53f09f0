package com.servistech.erp.repairs;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** The one way in which an order changes its state: the order, its history and the event together. */
final class History {

    private final Work work;

    History(Work work) {
        this.work = work;
    }

    /**
     * Locks the order until the transaction ends. Not against those who only refer to it (an invoice, a movement of
     * stock): they may hold the shelf that we want next.
     */
    ServiceOrder lock(UUID id) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select id from erp.service_orders where store_id = ? and id = ? for no key update",
                        work.store(),
                        id)
                .flatMap(locked -> work.find(ServiceOrder.class, locked))
                .orElseThrow(History::notFound);
    }

    static NotFound notFound() {
        return new NotFound("orders.not-found", "There is no such order");
    }

    void received(ServiceOrder order) {
        write(order.id(), null, OrderStatus.TRIAGE, null);
        announce("orders.received", order, Map.of("number", order.number(), "status", "TRIAGE"));
    }

    void move(ServiceOrder order, OrderStatus to, String note) {
        OrderStatus from = order.status();
        order.moveTo(to, work.user().orElse(null), work.now());
        work.flush();
        write(order.id(), from, to, note);
        announce("orders.moved", order, Map.of("number", order.number(), "from", from.name(), "status", to.name()));
    }

    void announce(String topic, ServiceOrder order, Map<String, String> facts) {
        new Outbox(work).add(topic, order.id(), facts);
    }

    private void write(UUID orderId, OrderStatus from, OrderStatus to, String note) {
        work.sql()
                .update(
                        "insert into erp.order_transitions"
                                + " (store_id, id, order_id, from_status, to_status, note, moved_by, moved_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?::uuid, ?)",
                        work.store(),
                        work.newId(),
                        orderId,
                        from,
                        to,
                        note,
                        work.user().orElse(null),
                        work.now());
    }
}
