package com.servistech.erp.customers;

import java.util.Optional;

/**
 * The number of a telephone, with a right check digit (Luhn).
 *
 * @param value fifteen digits
 */
public record Imei(String value) {

    /** Reads fifteen digits with or without spaces and dashes; empty when a digit must be wrong. */
    public static Optional<Imei> parse(String written) {
        String digits = written == null ? "" : written.replaceAll("[\\s\\-/]", "");
        return digits.matches("[0-9]{15}") && luhn(digits) ? Optional.of(new Imei(digits)) : Optional.empty();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
