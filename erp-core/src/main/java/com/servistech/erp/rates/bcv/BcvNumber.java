package com.servistech.erp.rates.bcv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as the bank writes it: decimal comma, thousands with a dot or without: {@code 1.012,34567890}. */
final class BcvNumber {

    // at most 12 digits before the comma: numeric(20,8) is what a rate is kept in
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(\\.\\d{3}){1,3}|\\d{1,12}),\\d{1,8}");

    private BcvNumber() {}

    /** Empty when it is written in any other way: {@code 1012.34} must not become a thousandth of itself. */
    static Optional<BigDecimal> of(String text) {
        String stripped = text.replace('\u00a0', ' ').strip();
        return NUMBER.matcher(stripped).matches()
                ? Optional.of(new BigDecimal(stripped.replace(".", "").replace(',', '.')))
                : Optional.empty();
    }
}
