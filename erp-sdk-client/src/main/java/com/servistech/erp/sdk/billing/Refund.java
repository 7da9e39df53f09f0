package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.UUID;

/** Money that is given back for a credit note. */
public final class Refund extends Model {

    private Refund(JsonView view) {
        super(view);
    }

    public static Refund over(JsonView view) {
        return new Refund(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** REQUESTED, PAID or REFUSED. */
    public String state() {
        return view().string("state");
    }

    public Money amount() {
        return view().money("amount");
    }

    /** What the credit note still owes. */
    public Money due() {
        return view().money("due");
    }
}
