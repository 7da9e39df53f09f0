package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.Optional;
import java.util.UUID;

/** What a person is paid for a month. */
public final class CommissionStatement extends Model {

    private CommissionStatement(JsonView view) {
        super(view);
    }

    public static CommissionStatement over(JsonView view) {
        return new CommissionStatement(view);
    }

    /** Empty until the month is approved. */
    public Optional<UUID> id() {
        return view().optional("id", view()::uuid);
    }

    public UUID personId() {
        return view().uuid("personId");
    }

    public Money earned() {
        return view().money("earned");
    }

    /** Negative. */
    public Money debited() {
        return view().money("debited");
    }

    /** What was owed from before: zero or negative. */
    public Money openingCarry() {
        return view().money("openingCarry");
    }

    public Money pay() {
        return view().money("pay");
    }

    /** What is owed to the next month: zero or negative. */
    public Money closingCarry() {
        return view().money("closingCarry");
    }

    /** How it was paid. */
    public Optional<JsonView> payout() {
        return view().optional("payout", view()::object);
    }
}
