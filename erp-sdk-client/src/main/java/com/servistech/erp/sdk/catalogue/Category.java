package com.servistech.erp.sdk.catalogue;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** A category of parts. */
public final class Category extends Model {

    private Category(JsonView view) {
        super(view);
    }

    public static Category over(JsonView view) {
        return new Category(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String name() {
        return view().string("name");
    }

    /** Whether it is still used for what is new. */
    public boolean active() {
        return view().flag("active");
    }
}
