package com.servistech.erp.bench.audit;

import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.customers.CustomerDraft;

/** One small change over HTTP, as a browser makes it. */
final class Requests {

    private final ErpClient erp;
    private int next = 25_000_000;

    Requests(ErpClient erp) {
        this.erp = erp;
    }

    long register() {
        CustomerDraft ana = CustomerDraft.of("Ana", "V-" + next++, "04141234567");
        long began = System.nanoTime();
        erp.customers().create(ana);
        return System.nanoTime() - began;
    }
}
