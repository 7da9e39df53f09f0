package com.servistech.erp.sdk.customers;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;
import java.util.UUID;

/** A device of a customer. */
public final class Device extends Model {

    private Device(JsonView view) {
        super(view);
    }

    public static Device over(JsonView view) {
        return new Device(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String type() {
        return view().string("type");
    }

    public String brand() {
        return view().string("brand");
    }

    public String model() {
        return view().string("model");
    }

    public Optional<String> serialNumber() {
        return view().optional("serialNumber", view()::string);
    }

    public Optional<String> imei() {
        return view().optional("imei", view()::string);
    }

    public Optional<String> color() {
        return view().optional("color", view()::string);
    }
}
