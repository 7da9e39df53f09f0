package com.servistech.erp.sdk.counts;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A count of what is on the shelves. */
public final class StockCount extends Model {

    private StockCount(JsonView view) {
        super(view);
    }

    public static StockCount over(JsonView view) {
        return new StockCount(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String name() {
        return view().string("name");
    }

    /** OPEN, AWAITING_APPROVAL, CLOSED or DISCARDED. */
    public String status() {
        return view().string("status");
    }

    public Optional<String> reason() {
        return view().optional("reason", view()::string);
    }

    /** What all differences were worth. */
    public Optional<Money> off() {
        return view().optional("off", view()::money);
    }

    public List<CountedLine> lines() {
        return view().objects("lines").stream().map(CountedLine::over).toList();
    }
}
