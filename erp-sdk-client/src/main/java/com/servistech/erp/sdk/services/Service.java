package com.servistech.erp.sdk.services;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the shop does to devices. */
public final class Service extends Model {

    private Service(JsonView view) {
        super(view);
    }

    public static Service over(JsonView view) {
        return new Service(view);
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

    /** None when it is for any model. */
    public Optional<UUID> modelId() {
        return view().optional("modelId", view()::uuid);
    }

    public Optional<String> model() {
        return view().optional("model", view()::string);
    }

    /** Of the day that was asked for. */
    public Money price() {
        return view().money("price");
    }

    public long minutes() {
        return view().integer("minutes");
    }

    public long warrantyDays() {
        return view().integer("warrantyDays");
    }

    public List<UsualPart> parts() {
        return view().objects("parts").stream().map(UsualPart::over).toList();
    }

    public boolean active() {
        return view().flag("active");
    }
}
