package com.servistech.erp.sdk.services;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.UUID;

/** A service to be entered into the catalogue. */
public final class ServiceDraft extends Draft<ServiceDraft> {

    private ServiceDraft(JsonObject json) {
        super(json);
    }

    public static ServiceDraft of(String code, String name, Money price, int minutes, int warrantyDays) {
        return new ServiceDraft(
                Body.of("code", code, "name", name, "price", price, "minutes", minutes, "warrantyDays", warrantyDays));
    }

    /** Only for this model. */
    public ServiceDraft model(UUID modelId) {
        return put("modelId", modelId);
    }

    /** Usually takes so many of a part. */
    public ServiceDraft part(UUID partId, int quantity) {
        return append("parts", Body.of("partId", partId, "quantity", quantity));
    }

    public ServiceDraft active(boolean active) {
        return put("active", active);
    }

    @Override
    protected ServiceDraft copy(JsonObject changed) {
        return new ServiceDraft(changed);
    }
}
