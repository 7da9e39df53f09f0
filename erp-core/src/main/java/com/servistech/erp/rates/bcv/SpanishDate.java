package com.servistech.erp.rates.bcv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date in words, as the bank writes it beside the rate: {@code Lunes, 06 Julio  2026}. */
final class SpanishDate {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,2}) +(?:de +)?(\\p{L}+) +(?:de +)?(\\d{4})");

    private static final List<String> MONTHS = List.of(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre");

    private SpanishDate() {}

    static Optional<LocalDate> in(String text) {
        Matcher words = WORDS.matcher(text.replace('\u00a0', ' '));
        if (!words.find()) {
            return Optional.empty();
        }
        String month = words.group(2).toLowerCase(Locale.ROOT).replace("setiembre", "septiembre");
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(words.group(3)), MONTHS.indexOf(month) + 1, Integer.parseInt(words.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
