package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A payment, and what it left of the invoice. */
public final class Payment extends Model {

    private Payment(JsonView view) {
        super(view);
    }

    public static Payment over(JsonView view) {
        return new Payment(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** REPORTED, CONFIRMED, REJECTED or REVERSED. */
    public String state() {
        return view().string("state");
    }

    /** What went against the invoice. */
    public Optional<Money> applied() {
        return view().optional("applied", view()::money);
    }

    public Optional<Money> igtf() {
        return view().optional("igtf", view()::money);
    }

    public Optional<Money> change() {
        return view().optional("change", view()::money);
    }

    /** As it was given, also in the other currency. */
    public List<Money> changes() {
        return view().objects("changes").stream()
                .map(each -> new Money(each.decimal("amount"), each.string("currency")))
                .toList();
    }

    /** The invoice that it settles; absent for a deposit that waits for one. */
    public Optional<UUID> invoiceId() {
        return view().optional("invoiceId", view()::uuid);
    }

    /** Of a deposit. */
    public Optional<String> receiptNumber() {
        return view().optional("receiptNumber", view()::string);
    }

    /** What went to the customer's credit. */
    public Optional<Money> credit() {
        return view().optional("credit", view()::money);
    }

    /** What is still to be paid of the invoice. */
    public Optional<Money> balance() {
        return view().optional("balance", view()::money);
    }

    public Optional<Money> balanceVes() {
        return view().optional("balanceVes", view()::money);
    }

    /** The rate at which the payment counts, if it was in another currency than the debt. */
    public Optional<JsonView> rate() {
        return view().optional("rate", view()::object);
    }
}
