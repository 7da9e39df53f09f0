package com.servistech.erp.tenancy;

import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.OrderView;
import com.servistech.erp.testkit.ErpFixture;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Store A asks, store B has something that A must not learn of: its marker stands in all its texts. */
final class TwoShops {

    static final String MARKER = "Ponzoña";

    static final ErpFixture SHOP = ErpFixture.shared();
    static final StoreId A = SHOP.ccs;
    static final StoreId B = SHOP.vln;

    private static final AtomicInteger DOCUMENTS = new AtomicInteger(17_000_000);

    private TwoShops() {}

    static String document() {
        return "V-" + DOCUMENTS.incrementAndGet();
    }

    static UUID customer(StoreId store, String name) {
        NewCustomer ana = new NewCustomer(name, document(), "0414-1234567", null, null);
        return SHOP.as(Role.FRONT_DESK, store, s -> s.customers().register(ana)).id();
    }

    static UUID device(StoreId store, UUID customer) {
        NewDevice phone = new NewDevice(DeviceType.PHONE, "Apple", "iPhone 11", null, null, null);
        return SHOP.as(Role.FRONT_DESK, store, s -> s.customers().registerDevice(customer, phone))
                .id();
    }

    static OrderView order(StoreId store, String issue) {
        UUID customer = customer(store, issue);
        NewOrder intake = new NewOrder(customer, device(store, customer), issue, null, null, true);
        return SHOP.as(Role.FRONT_DESK, store, s -> s.repairs().receive(intake));
    }
}
