package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A part or accessory of the catalogue. */
public final class Part extends Model {

    private Part(JsonView view) {
        super(view);
    }

    public static Part over(JsonView view) {
        return new Part(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String sku() {
        return view().string("sku");
    }

    public String name() {
        return view().string("name");
    }

    /** PART or ACCESSORY. */
    public String type() {
        return view().string("type");
    }

    public Money cost() {
        return view().money("cost");
    }

    public Money price() {
        return view().money("price");
    }

    public Optional<Money> shipping() {
        return view().optional("shipping", view()::money);
    }

    public Optional<Money> operational() {
        return view().optional("operational", view()::money);
    }

    public Optional<Long> minimumStock() {
        return view().optional("minimumStock", view()::integer);
    }

    public Optional<UUID> categoryId() {
        return view().optional("categoryId", view()::uuid);
    }

    /** Names of the models of devices that it fits. */
    public List<String> models() {
        return view().strings("models");
    }

    /** The whole cost build-up. */
    public Money unitCost() {
        return view().money("unitCost");
    }

    /** Whether it is still bought. */
    public boolean active() {
        return view().flag("active");
    }
}
