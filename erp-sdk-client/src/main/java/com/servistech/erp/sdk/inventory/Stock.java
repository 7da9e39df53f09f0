package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;

/** What a store has of a part. */
public final class Stock extends Model {

    private Stock(JsonView view) {
        super(view);
    }

    public static Stock over(JsonView view) {
        return new Stock(view);
    }

    /** What lies there, reserved or not. */
    public Optional<Long> onHand() {
        return view().optional("onHand", view()::integer);
    }

    /** What orders have a claim on. */
    public Optional<Long> reserved() {
        return view().optional("reserved", view()::integer);
    }

    /** What can still be reserved or sold. */
    public Optional<Long> available() {
        return view().optional("available", view()::integer);
    }
}
