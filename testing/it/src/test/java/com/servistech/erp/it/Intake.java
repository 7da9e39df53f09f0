package com.servistech.erp.it;

import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.customers.DeviceDraft;
import com.servistech.erp.sdk.repairs.ServiceOrderDraft;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody new comes to the counter. */
final class Intake {

    private static final AtomicInteger DOCUMENTS =
            new AtomicInteger(20_000_000 + (int) (System.nanoTime() % 5_000_000));

    private Intake() {}

    static String document() {
        return "V-" + DOCUMENTS.incrementAndGet();
    }

    /** The body that registers them. */
    static String customer() {
        return "{\"name\":\"Eva\",\"document\":\"%s\",\"phone\":\"04141234567\"}".formatted(document());
    }

    /** The id of a new order, in TRIAGE. */
    static String order(ErpClient desk) {
        Customer eva = desk.customers().create(CustomerDraft.of("Eva Luna", document(), "0414-1234567"));
        UUID phone = desk.customers()
                .devices(eva.id())
                .create(DeviceDraft.of("PHONE", "Apple", "iPhone 11"))
                .id();
        return desk.orders()
                .create(ServiceOrderDraft.of(eva.id(), phone, "Pantalla rota").termsAccepted(true))
                .id()
                .toString();
    }
}
