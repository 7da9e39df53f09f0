package com.servistech.erp.rates.market;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/**
 * An offer of one side of the market, without who made it: that is nobody's business here.
 *
 * @param price VES for one unit, above zero
 * @param quantity units that can be traded, above zero
 * @param least the smallest amount in VES that it accepts
 * @param most the largest amount in VES that it accepts now
 * @param methods how it can be paid, by the market's own names
 * @param tradable whether the market lets one take it now
 */
public record Offer(
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal least,
        BigDecimal most,
        Set<String> methods,
        boolean tradable) {

    public Offer {
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        methods = Set.copyOf(methods);
        if (price.signum() <= 0 || quantity.signum() <= 0) {
            throw new IllegalArgumentException("an offer has a price and a quantity above zero");
        }
    }
}
