package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** What a person is in one store. */
public final class Membership extends Model {

    private Membership(JsonView view) {
        super(view);
    }

    static Membership over(JsonView view) {
        return new Membership(view);
    }

    public UUID storeId() {
        return view().uuid("storeId");
    }

    public String role() {
        return view().string("role");
    }
}
