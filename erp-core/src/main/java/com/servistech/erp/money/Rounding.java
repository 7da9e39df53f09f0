package com.servistech.erp.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one rounding rule: half up, written out. Source: the central bank's conversion resolutions round the third
 * decimal from five upwards; exchange rates keep all their decimals.
 */
public final class Rounding {

    private Rounding() {}

    /** To cents. */
    public static BigDecimal toCents(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    /** To cents, towards zero: change is never rounded in the customer's favour beyond what was handed over. */
    public static BigDecimal downToCents(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.DOWN);
    }

    /** To the eight decimals in which debts, unit costs and rates are kept. */
    public static BigDecimal toDebt(BigDecimal exact) {
        return exact.setScale(8, RoundingMode.HALF_UP);
    }

    /** A quotient with the precision of a debt. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 8, RoundingMode.HALF_UP);
    }
}
