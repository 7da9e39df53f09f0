package com.servistech.erp.inventory;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A part or accessory as written on a form.
 *
 * @param categoryId null for none
 * @param modelIds devices that it fits; null for none
 * @param shipping null for none
 * @param operational null for none
 * @param warrantyPercent of the cost, between 0 and 100; null for the usual 10
 * @param price what it sells for since today
 * @param minimumStock below which it should be ordered, null for never
 * @param active null for yes
 */
public record NewPart(
        String sku,
        String name,
        PartType type,
        UUID categoryId,
        List<UUID> modelIds,
        Money cost,
        Money shipping,
        Money operational,
        BigDecimal warrantyPercent,
        Money price,
        Integer minimumStock,
        Boolean active) {

    private static final String SKU = "[A-Z0-9][A-Z0-9._/-]{0,39}";
    private static final int MANY = 1_000_000;

    public NewPart(
            String sku,
            String name,
            PartType type,
            Money cost,
            Money shipping,
            Money operational,
            Money price,
            Integer minimumStock) {
        this(sku, name, type, null, null, cost, shipping, operational, null, price, minimumStock, null);
    }

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
        List<UUID> models = modelIds == null ? List.of() : List.copyOf(new LinkedHashSet<>(modelIds));
        if (models.size() > 200) {
            problems.add("/modelIds", "list.too-long", "At most 200 models");
        }
        Money goodCost = usd("/cost", cost, problems);
        Money goodShipping = usd("/shipping", shipping == null ? Money.zero(Currency.USD) : shipping, problems);
        Money goodOperational =
                usd("/operational", operational == null ? Money.zero(Currency.USD) : operational, problems);
        BigDecimal warranty = warranty(problems);
        Money goodPrice = usd("/price", price, problems);
        int minimum = minimumStock == null ? 0 : minimumStock;
        if (minimum < 0) {
            problems.add("/minimumStock", "number.negative", "Not below zero");
        } else if (minimum > MANY) {
            problems.add("/minimumStock", "number.range", "At most " + MANY);
        }
        problems.refuseIfAny();
        return new NewPart(
                goodSku,
                goodName,
                type,
                categoryId,
                models,
                goodCost,
                goodShipping,
                goodOperational,
                warranty,
                goodPrice,
                minimum,
                active == null || active);
    }

    private BigDecimal warranty(Problems problems) {
        if (warrantyPercent == null) {
            return CostBuildUp.USUAL_WARRANTY.value();
        }
        if (warrantyPercent.signum() < 0
                || warrantyPercent.compareTo(BigDecimal.valueOf(100)) > 0
                || warrantyPercent.stripTrailingZeros().scale() > 4) {
            problems.add("/warrantyPercent", "percent.range", "Between 0 and 100, with at most 4 decimals");
        }
        return warrantyPercent;
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
