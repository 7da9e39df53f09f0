package com.servistech.erp.customers;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What somebody typed to find a thing, in the form in which the search columns are kept. A match is
 * {@code (strpos(search, plain) > 0 or strpos(search, number) > 0)}.
 *
 * @param plain without case and accents
 * @param number the same as a document, phone or IMEI is kept; equal to plain when it is none
 */
public record SearchText(String plain, String number) {

    /** Null when there is nothing to search for. */
    public static SearchText of(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String compact = plain.replaceAll("[\\s.()+\\-/]", "");
        if (compact.matches("[vejpgc]?[0-9]{3,20}")) {
            // 0414… is kept as +58414…, and a cédula is found without its leading zeros
            String digits = compact.replaceFirst("^0+", "");
            return new SearchText(plain, digits.isEmpty() ? plain : digits);
        }
        return new SearchText(plain, plain);
    }
}
