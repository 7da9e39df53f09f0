package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A line of the ledger of stock. */
public final class Movement extends Model {

    private Movement(JsonView view) {
        super(view);
    }

    public static Movement over(JsonView view) {
        return new Movement(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public UUID partId() {
        return view().uuid("partId");
    }

    /** RECEIPT, ADJUSTMENT, COUNT, SALE, USE, RETURN, TRANSFER_OUT, TRANSFER_IN or TRANSFER_BACK. */
    public String kind() {
        return view().string("kind");
    }

    /** Below zero when parts left. */
    public long quantity() {
        return view().integer("quantity");
    }

    /** What was there after it. */
    public long onHand() {
        return view().integer("onHand");
    }

    /** What it added to the value of the stock, signed like the quantity. */
    public Money value() {
        return view().money("value");
    }

    public Money valueVes() {
        return view().money("valueVes");
    }

    /** What one was worth, rounded to cents. */
    public Money unitCost() {
        return view().money("unitCost");
    }

    /** What a supplier was paid for one. */
    public Optional<Money> paidCost() {
        return view().optional("paidCost", view()::money);
    }

    public Optional<String> reason() {
        return view().optional("reason", view()::string);
    }

    /** The document that moved it. */
    public Optional<UUID> referenceId() {
        return view().optional("referenceId", view()::uuid);
    }

    public Optional<UUID> orderId() {
        return view().optional("orderId", view()::uuid);
    }

    public Instant movedAt() {
        return view().instant("movedAt");
    }
}
