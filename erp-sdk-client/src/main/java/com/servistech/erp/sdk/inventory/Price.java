package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What a part sells for since a day. */
public final class Price extends Model {

    private Price(JsonView view) {
        super(view);
    }

    public static Price over(JsonView view) {
        return new Price(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public UUID partId() {
        return view().uuid("partId");
    }

    /** Without taxes. */
    public Money price() {
        return view().money("price");
    }

    public LocalDate validFrom() {
        return view().day("validFrom");
    }

    public Optional<String> reason() {
        return view().optional("reason", view()::string);
    }

    public Instant recordedAt() {
        return view().instant("recordedAt");
    }
}
