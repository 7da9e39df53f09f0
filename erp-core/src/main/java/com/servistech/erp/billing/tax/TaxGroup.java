package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Base and tax of the lines with one rate, in both currencies; the bolívares are the fiscal amounts.
 *
 * @param rate resolved on the day of the document
 */
public record TaxGroup(TaxRate rate, Money base, Money amount, Money baseVes, Money amountVes) {

    /** One component of the tax: the parts of a group add up to it to the cent. */
    public record Part(TaxComponent component, Money amount, Money amountVes) {}

    public Tax tax() {
        return rate.tax();
    }

    /** The tax by component: what rounding leaves goes to the largest remainder. */
    public List<Part> parts() {
        List<BigDecimal> weights = rate.components().stream()
                .map(component -> component.percent().value())
                .toList();
        if (rate.components().size() == 1) {
            return List.of(new Part(rate.components().get(0), amount, amountVes));
        }
        List<Money> usd = amount.allocatedBy(weights);
        List<Money> ves = amountVes.allocatedBy(weights);
        return java.util.stream.IntStream.range(0, weights.size())
                .mapToObj(i -> new Part(rate.components().get(i), usd.get(i), ves.get(i)))
                .toList();
    }
}
