package com.servistech.erp.sdk.services;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What a service costs since a day. */
public final class ServicePrice extends Model {

    private ServicePrice(JsonView view) {
        super(view);
    }

    public static ServicePrice over(JsonView view) {
        return new ServicePrice(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public UUID serviceId() {
        return view().uuid("serviceId");
    }

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
