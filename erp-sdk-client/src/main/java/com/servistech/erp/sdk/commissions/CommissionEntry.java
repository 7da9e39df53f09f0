package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One line of a person's commission account. */
public final class CommissionEntry extends Model {

    private CommissionEntry(JsonView view) {
        super(view);
    }

    public static CommissionEntry over(JsonView view) {
        return new CommissionEntry(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** EARN, ADJUST, DEBIT, CARRY or PAYOUT. */
    public String kind() {
        return view().string("kind");
    }

    public Optional<UUID> orderId() {
        return view().optional("orderId", view()::uuid);
    }

    public UUID personId() {
        return view().uuid("personId");
    }

    public Money amount() {
        return view().money("amount");
    }

    public Optional<Instant> earnedAt() {
        return view().optional("earnedAt", view()::instant);
    }

    public String period() {
        return view().string("period");
    }

    /** What the amount was reckoned from. */
    public Optional<JsonView> inputs() {
        return view().optional("inputs", view()::object);
    }
}
