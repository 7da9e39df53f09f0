package com.servistech.erp.ledger;

import com.servistech.erp.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as text (RFC 4180: commas, quotes, CRLF). Texts that a spreadsheet would run as a formula are kept from it by
 * an apostrophe; amounts are plain decimals.
 */
public final class Csv {

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    public Csv(String... header) {
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row((Object[]) header);
    }

    /** @param cells null is empty; an amount is written without its currency */
    public Csv row(Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(Csv::cell));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static Object cell(Object value) {
        if (value instanceof Money money) {
            return money.amount().toPlainString();
        } else if (value instanceof String words && words.matches("(?s)[=+@\\t\\r-].*")) {
            return "'" + words;
        }
        return value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
