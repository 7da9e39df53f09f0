package com.servistech.erp.ledger;

import com.servistech.erp.money.Money;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table as text (RFC 4180: commas, quotes, CRLF). Texts that a spreadsheet would run as a formula are kept from it by
 * an apostrophe; amounts are plain decimals.
 */
public final class Csv {

    private final StringBuilder text = new StringBuilder();

    public Csv(String... header) {
        row((Object[]) header);
    }

    /** @param cells null is empty; an amount is written without its currency */
    public Csv row(Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Money money) {
            return money.amount().toPlainString();
        } else if (!(value instanceof String)) {
            return value.toString();
        }
        String words = (String) value;
        String safe = words.matches("(?s)[=+@\\t\\r-].*") ? "'" + words : words;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
