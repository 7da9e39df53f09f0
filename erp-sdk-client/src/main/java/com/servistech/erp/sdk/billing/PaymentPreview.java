package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.Optional;

/** What a payment would do, by the function that does it. */
public final class PaymentPreview extends Model {

    private PaymentPreview(JsonView view) {
        super(view);
    }

    public static PaymentPreview over(JsonView view) {
        return new PaymentPreview(view);
    }

    /** What would be handed over. */
    public Money amount() {
        return view().money("amount");
    }

    public Money applied() {
        return view().money("applied");
    }

    public Money igtf() {
        return view().money("igtf");
    }

    /** In all, in the currency that is handed over. */
    public Money change() {
        return view().money("change");
    }

    public Money balance() {
        return view().money("balance");
    }

    /** The balance at today's rate, if that is known. */
    public Optional<Money> balanceVes() {
        return view().optional("balanceVes", view()::money);
    }

    /** What must be handed over in this currency to settle the invoice. */
    public Money toClose() {
        return view().money("toClose");
    }
}
