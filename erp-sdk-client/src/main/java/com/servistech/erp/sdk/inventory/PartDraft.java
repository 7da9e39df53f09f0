package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;

/** A part to be entered into the catalogue. */
public final class PartDraft extends Draft<PartDraft> {

    private PartDraft(JsonObject json) {
        super(json);
    }

    /** A part with what it costs and sells for. */
    public static PartDraft part(String sku, String name, Money cost, Money price) {
        return new PartDraft(Body.of("type", "PART", "sku", sku, "name", name, "cost", cost, "price", price));
    }

    /** An accessory with what it costs and sells for. */
    public static PartDraft accessory(String sku, String name, Money cost, Money price) {
        return new PartDraft(Body.of("type", "ACCESSORY", "sku", sku, "name", name, "cost", cost, "price", price));
    }

    public PartDraft shipping(Money value) {
        return put("shipping", value);
    }

    public PartDraft operational(Money value) {
        return put("operational", value);
    }

    public PartDraft minimumStock(int value) {
        return put("minimumStock", value);
    }

    @Override
    protected PartDraft copy(JsonObject changed) {
        return new PartDraft(changed);
    }
}
