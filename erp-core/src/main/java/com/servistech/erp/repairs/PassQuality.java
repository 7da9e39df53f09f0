package com.servistech.erp.repairs;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Writes down what the check of a repaired device found. Passed makes it READY, failed sends it back to DIAGNOSIS.
 */
public final class PassQuality {

    private final Work work;

    public PassQuality(Work work) {
        this.work = work;
    }

    /**
     * @throws Conflict {@code orders.illegal-transition} when it is not in QA, {@code orders.qa-same-person} when the
     *     caller repaired it
     */
    public OrderView record(UUID orderId, NewQaResult result) {
        work.require(Permission.ORDERS_QA);
        UUID checker = work.userId();
        History history = new History(work);
        ServiceOrder order = history.lock(orderId);
        NewQaResult checked = result.checked();
        if (order.status() != OrderStatus.QA) {
            throw new Conflict(
                    "orders.illegal-transition",
                    "The order %s is in %s; it is checked in QA".formatted(order.number(), order.status()));
        }
        if (checker.equals(order.technicianId())) {
            throw new Conflict("orders.qa-same-person", "Somebody else than the technician checks " + order.number());
        }
        work.sql()
                .update(
                        "insert into erp.qa_results (store_id, id, order_id, passed, tests, notes, technician_id,"
                                + " checked_by, checked_at) values (?, ?, ?, ?, ?::jsonb, ?, ?::uuid, ?, ?)",
                        work.store(),
                        work.newId(),
                        orderId,
                        checked.passed(),
                        checked.testsJson(),
                        checked.notes(),
                        order.technicianId(),
                        checker,
                        work.now());
        history.move(order, checked.passed() ? OrderStatus.READY : OrderStatus.DIAGNOSIS, checked.notes());
        return new OrderBook(work).order(orderId).orElseThrow(History::notFound);
    }
}
