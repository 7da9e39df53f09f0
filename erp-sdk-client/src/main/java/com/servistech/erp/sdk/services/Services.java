package com.servistech.erp.sdk.services;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.time.LocalDate;
import java.util.UUID;

/** The catalogue of services. */
public final class Services {

    private final ErpClient erp;

    private Services(ErpClient erp) {
        this.erp = erp;
    }

    public static Services over(ErpClient erp) {
        return new Services(erp);
    }

    /** By code, page by page. */
    public Page<Service> list(CallOptions options) {
        return erp.page("/services", options, Service::over);
    }

    public Service get(UUID id) {
        return Service.over(erp.get("/services/" + id, CallOptions.none()));
    }

    public Service create(ServiceDraft draft) {
        return Service.over(erp.post("/services", draft.json(), CallOptions.none()));
    }

    /** @param before as it was read: nobody else's change is overwritten */
    public Service update(Service before, ServiceDraft changed) {
        return Service.over(
                erp.put("/services/" + before.id(), before.etag().orElseThrow(), changed.json(), CallOptions.none()));
    }

    /** Since when it cost what, newest day first. */
    public Page<ServicePrice> prices(UUID id, CallOptions options) {
        return erp.page("/services/" + id + "/prices", options, ServicePrice::over);
    }

    /** Another price from today or a later day on. */
    public ServicePrice price(UUID id, Money price, LocalDate validFrom) {
        return ServicePrice.over(erp.post(
                "/services/" + id + "/prices", Body.of("price", price, "validFrom", validFrom), CallOptions.none()));
    }
}
