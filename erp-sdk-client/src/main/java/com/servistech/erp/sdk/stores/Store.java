package com.servistech.erp.sdk.stores;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** One store. */
public final class Store extends Model {

    private Store(JsonView view) {
        super(view);
    }

    public static Store over(JsonView view) {
        return new Store(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String code() {
        return view().string("code");
    }

    public String name() {
        return view().string("name");
    }
}
