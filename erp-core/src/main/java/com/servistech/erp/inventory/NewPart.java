package com.servistech.erp.inventory;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.Locale;

/**
 * A part or accessory as written on a form.
 *
 * @param shipping null for none
 * @param operational null for none
 * @param minimumStock below which it should be ordered, null for never
 */
public record NewPart(
        String sku,
        String name,
        PartType type,
        Money cost,
        Money shipping,
        Money operational,
        Money price,
        Integer minimumStock) {

    private static final String SKU = "[A-Z0-9][A-Z0-9._/-]{0,39}";

    /** The same, every value in the form in which it is kept. */
    NewPart checked() {
        Problems problems = new Problems();
        String goodSku = sku == null ? "" : sku.strip().toUpperCase(Locale.ROOT);
        if (!goodSku.matches(SKU)) {
            problems.add("/sku", "sku.structure", "Letters, digits and . _ / - , at most 40 of them");
        }
        String goodName = problems.required("/name", name, 120);
        if (type == null) {
            problems.add("/type", "value.required", "PART or ACCESSORY");
        }
        Money goodCost = usd("/cost", cost, problems);
        Money goodShipping = usd("/shipping", shipping == null ? Money.zero(Currency.USD) : shipping, problems);
        Money goodOperational =
                usd("/operational", operational == null ? Money.zero(Currency.USD) : operational, problems);
        Money goodPrice = usd("/price", price, problems);
        int minimum = minimumStock == null ? 0 : minimumStock;
        if (minimum < 0) {
            problems.add("/minimumStock", "number.negative", "Not below zero");
        }
        problems.refuseIfAny();
        return new NewPart(goodSku, goodName, type, goodCost, goodShipping, goodOperational, goodPrice, minimum);
    }

    private static Money usd(String pointer, Money amount, Problems problems) {
        if (amount == null) {
            problems.add(pointer, "value.required", "This is required");
        } else {
            AmountRule.notNegative(pointer, amount, Currency.USD, problems);
        }
        return amount;
    }
}
