package com.servistech.erp.sdk.customers;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;

/** A device to be registered. */
public final class DeviceDraft extends Draft<DeviceDraft> {

    private DeviceDraft(JsonObject json) {
        super(json);
    }

    /** A device of the type PHONE, TABLET, WATCH, LAPTOP or OTHER. */
    public static DeviceDraft of(String type, String brand, String model) {
        return new DeviceDraft(Body.of("type", type, "brand", brand, "model", model));
    }

    public DeviceDraft serialNumber(String value) {
        return put("serialNumber", value);
    }

    public DeviceDraft imei(String value) {
        return put("imei", value);
    }

    public DeviceDraft color(String value) {
        return put("color", value);
    }

    @Override
    protected DeviceDraft copy(JsonObject changed) {
        return new DeviceDraft(changed);
    }
}
