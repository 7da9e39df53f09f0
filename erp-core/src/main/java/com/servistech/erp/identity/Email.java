package com.servistech.erp.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address to sign in with: without surrounding space and in lower case, as it is kept. Printable ASCII only, so that
 * no two addresses look the same.
 */
public record Email(String text) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[!-~&&[^@]]+@[!-~&&[^@]]+\\.[!-~&&[^@]]+");

    static Email of(String written) {
        return new Email(written.strip().toLowerCase(Locale.ROOT));
    }

    boolean wellFormed() {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    String localPart() {
        return text.substring(0, Math.max(0, text.indexOf('@')));
    }

    /** How failed sign-ins are counted: what was typed may be a password in the wrong field, and is not kept. */
    String account() {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
