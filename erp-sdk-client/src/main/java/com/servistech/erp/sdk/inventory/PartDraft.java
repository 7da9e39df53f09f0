package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;

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

    /** Of the cost, put aside for the warranty of each; 10 unless said. */
    public PartDraft warrantyPercent(BigDecimal value) {
        return put("warrantyPercent", value);
    }

    public PartDraft category(UUID categoryId) {
        return put("categoryId", categoryId);
    }

    /** It fits this model too. */
    public PartDraft fits(UUID modelId) {
        return append("modelIds", modelId);
    }

    /** False: it is sold off and not bought any more. */
    public PartDraft active(boolean value) {
        return put("active", value);
    }

    @Override
    protected PartDraft copy(JsonObject changed) {
        return new PartDraft(changed);
    }
}
