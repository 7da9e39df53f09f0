package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** A part that a store should order. */
public final class LowStock extends Model {

    private LowStock(JsonView view) {
        super(view);
    }

    public static LowStock over(JsonView view) {
        return new LowStock(view);
    }

    public UUID partId() {
        return view().uuid("partId");
    }

    public String sku() {
        return view().string("sku");
    }

    public String name() {
        return view().string("name");
    }

    public long onHand() {
        return view().integer("onHand");
    }

    /** On hand and not reserved. */
    public long available() {
        return view().integer("available");
    }

    public long minimum() {
        return view().integer("minimum");
    }

    /** How many bring it back to the minimum. */
    public long missing() {
        return view().integer("missing");
    }
}
