package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;

/** An amount in the other currency, and the rate that was used. */
public final class Conversion extends Model {

    private Conversion(JsonView view) {
        super(view);
    }

    public static Conversion over(JsonView view) {
        return new Conversion(view);
    }

    public Money result() {
        return view().money("result");
    }

    public Rate rate() {
        return Rate.over(view().object("rate"));
    }

    /** The calculation in words. */
    public String explanation() {
        return view().string("explanation");
    }
}
