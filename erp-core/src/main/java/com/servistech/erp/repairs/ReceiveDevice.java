package com.servistech.erp.repairs;

import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.customers.DeviceView;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Takes a device in: the order gets its number, the customer's acceptance and the checklist are kept for ever. */
public final class ReceiveDevice {

    private final Work work;

    public ReceiveDevice(Work work) {
        this.work = work;
    }

    /** @throws NotFound when the store knows no such customer or device */
    public OrderView receive(NewOrder order) {
        work.require(Permission.ORDERS_RECEIVE);
        NewOrder intake = order.checked();
        Customers customers = new Customers(work);
        CustomerView customer = customers.get(intake.customerId());
        DeviceView device = customers.device(intake.deviceId());
        if (!device.customerId().equals(customer.id())) {
            throw Invalid.at("/deviceId", "device.other-customer", "This device belongs to another customer");
        }
        UUID id = work.newId();
        History history = new History(work);
        ServiceOrder added = work.add(new ServiceOrder(id, work.store().value(), nextNumber(), intake, work.now()));
        work.sql()
                .update(
                        "insert into erp.order_intakes (store_id, id, order_id, checklist, terms_accepted,"
                                + " received_by, received_at) values (?, ?, ?, ?::jsonb, true, ?::uuid, ?)",
                        work.store(),
                        work.newId(),
                        id,
                        intake.checklist().json(),
                        work.user().orElse(null),
                        work.now());
        history.received(added);
        return new OrderBook(work).order(id).orElseThrow(History::notFound);
    }

    /** The store's counter stays locked until commit: a number that is rolled back is given out again. */
    private String nextNumber() {
        return work.sql()
                .first(
                        row -> "%s-%06d".formatted(row.text("series"), row.integer("last")),
                        "insert into erp.order_counters (store_id, id, series, last)"
                                + " select s.id, ?, s.code, 1 from erp.stores s where s.id = ?"
                                + " on conflict (store_id, series) do update set last = order_counters.last + 1"
                                + " returning series, last",
                        work.newId(),
                        work.store())
                .orElseThrow();
    }
}
