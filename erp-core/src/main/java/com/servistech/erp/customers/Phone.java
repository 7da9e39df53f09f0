package com.servistech.erp.customers;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number that can be dialled from anywhere.
 *
 * @param value international form, {@code +584141234567}
 */
public record Phone(String value) {

    private static final Pattern VENEZUELAN = Pattern.compile("[24][0-9]{9}");
    private static final Pattern FOREIGN = Pattern.compile("\\+(?!58)[1-9][0-9]{6,14}");

    /** Reads what people write: {@code 0414-1234567}, {@code +58 414 123 45 67}, or a foreign number with its plus. */
    public static Optional<Phone> parse(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String plain = written.replaceAll("[\\s.()\\-/]", "");
        if (FOREIGN.matcher(plain).matches()) {
            return Optional.of(new Phone(plain));
        }
        String national =
                plain.replaceFirst("^(\\+58|0058|58(?=[24][0-9]{9}$))", "").replaceFirst("^0", "");
        return VENEZUELAN.matcher(national).matches() ? Optional.of(new Phone("+58" + national)) : Optional.empty();
    }
}
