package com.servistech.erp.sdk.customers;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import java.util.UUID;

/** The devices of one customer. */
public final class Devices {

    private final ErpClient erp;
    private final String path;

    private Devices(ErpClient erp, String path) {
        this.erp = erp;
        this.path = path;
    }

    static Devices of(ErpClient erp, UUID customerId) {
        return new Devices(erp, "/customers/" + customerId + "/devices");
    }

    /** All of them, page by page. */
    public Page<Device> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Device> list(CallOptions options) {
        return erp.page(path, options, Device::over);
    }

    public Device create(DeviceDraft draft) {
        return create(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Device create(DeviceDraft draft, CallOptions options) {
        return Device.over(erp.post(path, draft.json(), options));
    }
}
