package com.servistech.erp.sdk.catalogue;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** A model of a device. */
public final class DeviceModel extends Model {

    private DeviceModel(JsonView view) {
        super(view);
    }

    public static DeviceModel over(JsonView view) {
        return new DeviceModel(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String brand() {
        return view().string("brand");
    }

    public String name() {
        return view().string("name");
    }

    /** Whether it is still used for what is new. */
    public boolean active() {
        return view().flag("active");
    }
}
