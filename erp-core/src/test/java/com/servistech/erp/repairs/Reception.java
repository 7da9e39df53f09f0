package com.servistech.erp.repairs;

import static com.servistech.erp.tenancy.Role.FRONT_DESK;

import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.DeviceView;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The counter where devices are handed in. */
final class Reception {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private Reception() {}

    /** A phone of a new customer, in the first store. */
    static OrderView received() {
        CustomerView customer = customer(SHOP.ccs);
        return SHOP.work(FRONT_DESK, SHOP.ccs, w -> {
            DeviceView device = new Customers(w)
                    .registerDevice(
                            customer.id(),
                            new NewDevice(DeviceType.PHONE, "Apple", "iPhone 13", null, "490154203237518", "black"));
            return new Repairs(w)
                    .receive(new NewOrder(
                            customer.id(),
                            device.id(),
                            "Does not charge",
                            Priority.MEDIUM,
                            new Checklist(Map.of("powers on", true, "screen", "cracked")),
                            true));
        });
    }

    static CustomerView customer(StoreId store) {
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        return SHOP.work(
                FRONT_DESK,
                store,
                w -> new Customers(w)
                        .register(
                                new NewCustomer("José " + number, "V-" + number, "0414-" + number, "a@b.test", null)));
    }
}
