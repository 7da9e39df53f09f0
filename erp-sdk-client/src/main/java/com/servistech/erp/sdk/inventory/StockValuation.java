package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.LocalDate;
import java.util.List;

/** What the shelves of a store were worth at the end of a day, beside what the books say. */
public final class StockValuation extends Model {

    private StockValuation(JsonView view) {
        super(view);
    }

    public static StockValuation over(JsonView view) {
        return new StockValuation(view);
    }

    public LocalDate day() {
        return view().day("day");
    }

    public long pieces() {
        return view().integer("pieces");
    }

    public Money value() {
        return view().money("value");
    }

    public Money valueVes() {
        return view().money("valueVes");
    }

    /** What the books say: the same. */
    public Money booked() {
        return view().money("booked");
    }

    public Money bookedVes() {
        return view().money("bookedVes");
    }

    /** What was on its way to other stores. */
    public Money inTransit() {
        return view().money("inTransit");
    }

    public Money inTransitVes() {
        return view().money("inTransitVes");
    }

    public List<ValuedPart> lines() {
        return view().objects("lines").stream().map(ValuedPart::over).toList();
    }
}
