package com.servistech.erp.sdk.health;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;

/** The state of one thing that the server depends on. */
public final class Check extends Model {

    private Check(JsonView view) {
        super(view);
    }

    public static Check over(JsonView view) {
        return new Check(view);
    }

    public String name() {
        return view().string("name");
    }

    /** UP or DOWN. */
    public String status() {
        return view().string("status");
    }
}
