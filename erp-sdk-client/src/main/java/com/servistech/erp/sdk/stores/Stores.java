package com.servistech.erp.sdk.stores;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import java.util.UUID;

/** The stores that the caller may see. */
public final class Stores {

    private final ErpClient erp;

    private Stores(ErpClient erp) {
        this.erp = erp;
    }

    public static Stores over(ErpClient erp) {
        return new Stores(erp);
    }

    /** All of them, page by page. */
    public Page<Store> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Store> list(CallOptions options) {
        return erp.page("/stores", options, Store::over);
    }

    public Store get(UUID id) {
        return Store.over(erp.get("/stores/" + id, CallOptions.none()));
    }
}
