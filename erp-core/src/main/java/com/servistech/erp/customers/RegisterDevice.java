package com.servistech.erp.customers;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Writes down a device that a customer brings. */
public final class RegisterDevice {

    private final Work work;

    public RegisterDevice(Work work) {
        this.work = work;
    }

    /** @throws NotFound when the store has no such customer */
    public DeviceView register(UUID customerId, NewDevice device) {
        work.require(Permission.CUSTOMERS_WRITE);
        if (work.find(Customer.class, customerId).isEmpty()) {
            throw UpdateCustomer.notFound();
        }
        NewDevice details = device.checked();
        UUID id = work.newId();
        Device added = work.add(new Device(id, work.store().value(), customerId, details, work.now()));
        new Outbox(work).add("devices.registered", id, Map.of("customerId", customerId.toString()));
        return added.view();
    }
}
