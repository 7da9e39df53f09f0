package com.servistech.erp.customers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a customer is identified by: a cédula ({@code V-12345678}), a RIF ({@code J-123456789}) or a passport
 * ({@code P-X1234567}). Its structure is always right; its check digit may not be, see {@link #warnings()}.
 *
 * @param value letter, dash, digits
 */
public record Document(String value) {

    private static final Pattern CEDULA = Pattern.compile("[VE]-[0-9]{5,8}");
    private static final Pattern RIF = Pattern.compile("[VEJPGC]-[0-9]{9}");
    private static final Pattern PASSPORT = Pattern.compile("P-[0-9A-Z]{5,15}");

    /** Reads what people write: any case, with dots, dashes and spaces or without. Empty when it is no document. */
    public static Optional<Document> parse(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String plain = written.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
        if (plain.length() < 2) {
            return Optional.empty();
        }
        String value = plain.charAt(0) + "-" + plain.substring(1);
        boolean known = CEDULA.matcher(value).matches()
                || RIF.matcher(value).matches()
                || PASSPORT.matcher(value).matches();
        return known ? Optional.of(new Document(value)) : Optional.empty();
    }

    /** What a person should look at twice; nothing here stops anybody. */
    public List<String> warnings() {
        boolean doubtful = RIF.matcher(value).matches() && !Rif.hasRightDigit(value.charAt(0), value.substring(2));
        return doubtful ? List.of("document.check-digit") : List.of();
    }
}
