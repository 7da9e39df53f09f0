package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Publication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Reads the block of official rates, and nothing outside it: the page still carries a block of 2019 that looks like a
 * rate. All or nothing: dollar, euro and value date must each be there exactly once and fit together.
 */
public final class BcvPage {

    /** Both ways to write a number: {@code 1012,34567890} and {@code 1.012,34567890}. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(\\.\\d{3})+|\\d+),\\d{1,8}");

    private static final BigDecimal LAST_DECIMAL = new BigDecimal("0.00000001");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2}) +(\\p{L}+) +(\\d{4})");
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

    /** The page is not the one we know; the message says where. */
    public static final class NotThePage extends RuntimeException {
        NotThePage(String message) {
            super(message);
        }
    }

    private final byte[] bytes;
    private final Element block;

    /** @param bytes the page in any encoding that it declares or marks */
    public BcvPage(byte[] bytes) {
        this.bytes = bytes.clone();
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.block = only(page.select("div.view-tipo-de-cambio-oficial-del-bcv"), "the block of official rates");
    }

    /** @throws NotThePage when anything is missing, double, or does not fit */
    public Publication publication() {
        BigDecimal usd = rate("dolar", "USD");
        BigDecimal eur = rate("euro", "EUR");
        BigDecimal cross = eur.divide(usd, 5, RoundingMode.HALF_UP);
        // the bank cuts or rounds the last decimal: seen both ways
        if (usd.multiply(cross).subtract(eur).abs().compareTo(LAST_DECIMAL) > 0) {
            throw new NotThePage(
                    "the euro %s is not the dollar %s times a cross rate of 5 decimals".formatted(eur, usd));
        }
        return new Publication(valueDate(), usd, eur, sha256());
    }

    private BigDecimal rate(String id, String code) {
        Element row = only(block.select("[id=" + id + "]"), "#" + id);
        String label = only(row.select("span"), "the label of #" + id).text().strip();
        if (!label.equals(code)) {
            throw new NotThePage("#" + id + " is labelled " + label + " and not " + code);
        }
        String text = only(row.select("strong"), "the number of #" + id)
                .text()
                .replace('\u00a0', ' ')
                .strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new NotThePage("#" + id + " says \"" + text + "\", which is not a number as the bank writes them");
        }
        BigDecimal rate = new BigDecimal(text.replace(".", "").replace(',', '.'));
        if (rate.signum() <= 0) {
            throw new NotThePage("#" + id + " is not above zero");
        }
        return rate;
    }

    private LocalDate valueDate() {
        Element span = only(block.select("span.date-display-single[content]"), "the value date");
        try {
            LocalDate date = OffsetDateTime.parse(span.attr("content")).toLocalDate();
            Matcher words = WORDS.matcher(span.text().replace('\u00a0', ' '));
            boolean same = words.find()
                    && LocalDate.of(
                                    Integer.parseInt(words.group(3)),
                                    MONTHS.indexOf(words.group(2).toLowerCase(Locale.ROOT)) + 1,
                                    Integer.parseInt(words.group(1)))
                            .equals(date);
            if (!same) {
                throw new NotThePage("the value date " + date + " is not the one in words: " + span.text());
            }
            return date;
        } catch (DateTimeException e) {
            throw new NotThePage("the value date cannot be read: " + span.outerHtml());
        }
    }

    private static Element only(Elements found, String what) {
        if (found.size() != 1) {
            throw new NotThePage(what + " is there " + found.size() + " times and not once");
        }
        return found.get(0);
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
