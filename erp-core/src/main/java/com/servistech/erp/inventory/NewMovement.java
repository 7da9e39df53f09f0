package com.servistech.erp.inventory;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.UUID;

/**
 * Stock that came in, or a count that found something else than was written down.
 *
 * @param kind RECEIPT or ADJUSTMENT
 * @param quantity above zero for a receipt; signed for an adjustment
 * @param unitCost what one was paid for, null when unknown
 */
public record NewMovement(UUID partId, MovementKind kind, int quantity, Money unitCost, String reason) {

    private static final int LARGEST = 100_000;

    NewMovement checked() {
        Problems problems = new Problems();
        if (partId == null) {
            problems.add("/partId", "value.required", "This is required");
        }
        if (kind != MovementKind.RECEIPT && kind != MovementKind.ADJUSTMENT) {
            problems.add("/kind", "value.unknown", "RECEIPT or ADJUSTMENT");
        }
        if (quantity == 0 || (kind == MovementKind.RECEIPT && quantity < 0)) {
            problems.add("/quantity", "number.not-positive", "More than nothing");
        } else if (Math.abs((long) quantity) > LARGEST) {
            problems.add("/quantity", "number.range", "At most " + LARGEST + " at once");
        }
        if (unitCost != null) {
            AmountRule.notNegative("/unitCost", unitCost, Currency.USD, problems);
        }
        String goodReason = problems.required("/reason", reason, 400);
        problems.refuseIfAny();
        return new NewMovement(partId, kind, quantity, unitCost, goodReason);
    }
}
