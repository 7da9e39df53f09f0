package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An invoice as the books have it. */
public final class Invoice extends Model {

    private Invoice(JsonView view) {
        super(view);
    }

    public static Invoice over(JsonView view) {
        return new Invoice(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** Its place in the series; none while it is a draft. */
    public Optional<String> number() {
        return view().optional("number", view()::string);
    }

    public Optional<String> controlNumber() {
        return view().optional("controlNumber", view()::string);
    }

    /** DRAFT, ISSUED or ISSUED_PENDING_CONTROL. */
    public String documentState() {
        return view().string("documentState");
    }

    /** PENDING, PARTIAL or PAID. */
    public String status() {
        return view().string("status");
    }

    public Optional<UUID> orderId() {
        return view().optional("orderId", view()::uuid);
    }

    public Money subtotal() {
        return view().money("subtotal");
    }

    public Optional<Money> discount() {
        return view().optional("discount", view()::money);
    }

    public Money total() {
        return view().money("total");
    }

    public Optional<Money> totalVes() {
        return view().optional("totalVes", view()::money);
    }

    /** What is still to be paid. */
    public Money balance() {
        return view().money("balance");
    }

    /** The rate at which it is valued. */
    public JsonView rate() {
        return view().object("rate");
    }

    /** What is sold; nothing in lists. */
    public List<JsonView> lines() {
        return view().objects("lines");
    }

    /** The taxes, one by one. */
    public List<JsonView> taxes() {
        return view().objects("taxes");
    }
}
