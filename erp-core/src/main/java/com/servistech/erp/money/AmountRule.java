package com.servistech.erp.money;

import com.servistech.erp.error.Problems;
import java.math.BigDecimal;

/** What an amount that somebody enters must be; the same rule and the same words wherever amounts are entered. */
public final class AmountRule {

    /** Far above any shop's document and far below what the database keeps. */
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private static final BigDecimal LARGEST_VES = new BigDecimal("1000000000000000");

    private AmountRule() {}

    /** @return whether the amount is of the currency, not negative and not absurd; what is wrong goes to the problems */
    public static boolean notNegative(String pointer, Money amount, Currency currency, Problems problems) {
        if (amount.currency() != currency) {
            problems.add(pointer + "/currency", "money.currency", "This amount is in " + currency);
        } else if (amount.isNegative()) {
            problems.add(pointer + "/amount", "number.negative", "Not below zero");
        } else if (amount.amount().compareTo(largest(currency)) > 0) {
            problems.add(
                    pointer + "/amount",
                    "number.range",
                    "At most " + largest(currency).toPlainString());
        } else {
            return true;
        }
        return false;
    }

    /** As {@link #notNegative}, and more than nothing. */
    public static boolean positive(String pointer, Money amount, Currency currency, Problems problems) {
        if (amount.currency() == currency && amount.isZero()) {
            problems.add(pointer + "/amount", "number.not-positive", "More than nothing");
            return false;
        }
        return notNegative(pointer, amount, currency, problems);
    }

    private static BigDecimal largest(Currency currency) {
        return currency == Currency.VES ? LARGEST_VES : LARGEST;
    }
}
