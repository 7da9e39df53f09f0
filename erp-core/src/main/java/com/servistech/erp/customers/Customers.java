package com.servistech.erp.customers;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The store's customers and their devices, over one open work. */
public final class Customers {

    private final Work work;
    private final CustomerBook book;

    public Customers(Work work) {
        this.work = work;
        this.book = new CustomerBook(work);
    }

    /** @see RegisterCustomer */
    public CustomerView register(NewCustomer customer) {
        return new RegisterCustomer(work).register(customer);
    }

    /** @see UpdateCustomer */
    public CustomerView update(UUID id, int expectedVersion, NewCustomer changed) {
        return new UpdateCustomer(work).update(id, expectedVersion, changed);
    }

    /** @throws com.servistech.erp.error.NotFound {@code customers.not-found} */
    public CustomerView get(UUID id) {
        work.require(Permission.CUSTOMERS_READ);
        return book.customer(id).orElseThrow(UpdateCustomer::notFound);
    }

    /** Newest first. */
    public Page<CustomerView> list(CustomerQuery query) {
        work.require(Permission.CUSTOMERS_READ);
        return book.customers(query);
    }

    /** @see RegisterDevice */
    public DeviceView registerDevice(UUID customerId, NewDevice device) {
        return new RegisterDevice(work).register(customerId, device);
    }

    /** @see UpdateDevice */
    public DeviceView updateDevice(UUID id, int expectedVersion, NewDevice changed) {
        return new UpdateDevice(work).update(id, expectedVersion, changed);
    }

    /** @throws com.servistech.erp.error.NotFound {@code customers.device-not-found} */
    public DeviceView device(UUID id) {
        work.require(Permission.CUSTOMERS_READ);
        return book.device(id).orElseThrow(UpdateDevice::notFound);
    }

    /** Newest first. */
    public Page<DeviceView> devices(UUID customerId, Page.Request page) {
        get(customerId);
        return book.devicesOf(customerId, page);
    }
}
