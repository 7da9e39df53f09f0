package com.servistech.erp.sdk.services;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** A part that a service usually takes. */
public final class UsualPart extends Model {

    private UsualPart(JsonView view) {
        super(view);
    }

    public static UsualPart over(JsonView view) {
        return new UsualPart(view);
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

    public long quantity() {
        return view().integer("quantity");
    }
}
