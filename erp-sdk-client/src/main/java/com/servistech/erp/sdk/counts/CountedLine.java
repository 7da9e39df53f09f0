package com.servistech.erp.sdk.counts;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.Optional;
import java.util.UUID;

/** What was counted of a part. */
public final class CountedLine extends Model {

    private CountedLine(JsonView view) {
        super(view);
    }

    public static CountedLine over(JsonView view) {
        return new CountedLine(view);
    }

    public UUID partId() {
        return view().uuid("partId");
    }

    public String sku() {
        return view().string("sku");
    }

    public String name() {
        return view().string("name");
    }

    /** None when nobody counted it yet. */
    public Optional<Long> counted() {
        return view().optional("counted", view()::integer);
    }

    /** None while the count is open. */
    public Optional<Long> expected() {
        return view().optional("expected", view()::integer);
    }

    public Optional<Long> difference() {
        return view().optional("difference", view()::integer);
    }

    /** What the difference added to the value of the stock. */
    public Optional<Money> value() {
        return view().optional("value", view()::money);
    }
}
