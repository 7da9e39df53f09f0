package com.servistech.erp.sdk.cash;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;

/** What should have been in the drawer, what was, and the difference, per currency. */
public final class CashCount extends Model {

    private CashCount(JsonView view) {
        super(view);
    }

    public static CashCount over(JsonView view) {
        return new CashCount(view);
    }

    public JsonView expected() {
        return view().object("expected");
    }

    public JsonView counted() {
        return view().object("counted");
    }

    public JsonView difference() {
        return view().object("difference");
    }
}
