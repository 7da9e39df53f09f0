package com.servistech.erp.money;

import com.servistech.erp.error.Refused;
import java.math.BigDecimal;

/**
 * A share in percent, between 0 and 100, with at most four decimals.
 *
 * @param value 16 means 16 %
 */
public record Percent(BigDecimal value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percent {
        if (value.signum() < 0
                || value.compareTo(HUNDRED) > 0
                || value.stripTrailingZeros().scale() > 4) {
            throw new Refused("percent.range", "A percentage is between 0 and 100 with at most 4 decimals: " + value);
        }
    }

    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    /** This share of an amount, rounded half up to cents. */
    public Money of(Money whole) {
        return whole.times(value.movePointLeft(2));
    }
}
