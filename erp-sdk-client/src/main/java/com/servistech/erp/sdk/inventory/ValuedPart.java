package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.UUID;

/** What one part was worth. */
public final class ValuedPart extends Model {

    private ValuedPart(JsonView view) {
        super(view);
    }

    public static ValuedPart over(JsonView view) {
        return new ValuedPart(view);
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

    /** The weighted average, rounded to cents. */
    public Money unitCost() {
        return view().money("unitCost");
    }

    public Money value() {
        return view().money("value");
    }

    public Money valueVes() {
        return view().money("valueVes");
    }
}
