package com.servistech.erp.sdk.repairs;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** Parts that lie ready for one order. */
public final class Reservation extends Model {

    private Reservation(JsonView view) {
        super(view);
    }

    public static Reservation over(JsonView view) {
        return new Reservation(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public UUID partId() {
        return view().uuid("partId");
    }

    public long quantity() {
        return view().integer("quantity");
    }
}
