package com.servistech.erp.sdk.cash;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A drawer from its opening to its count. */
public final class CashSession extends Model {

    private CashSession(JsonView view) {
        super(view);
    }

    public static CashSession over(JsonView view) {
        return new CashSession(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String register() {
        return view().string("register");
    }

    public Optional<String> state() {
        return view().optional("state", view()::string);
    }

    public Optional<Money> openingUsd() {
        return view().optional("openingUsd", view()::money);
    }

    public Optional<Money> openingVes() {
        return view().optional("openingVes", view()::money);
    }

    public Optional<Instant> openedAt() {
        return view().optional("openedAt", view()::instant);
    }

    public Optional<Instant> closedAt() {
        return view().optional("closedAt", view()::instant);
    }
}
