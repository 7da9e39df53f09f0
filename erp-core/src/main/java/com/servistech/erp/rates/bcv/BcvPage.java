package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.Quoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Reads the block of official rates, and nothing outside it: the page still carries a live block of 2019 that looks
 * like a rate. All or nothing: dollar, euro and value date must each be there exactly once; the other currencies are
 * taken where they are as clear. Reads both layouts (before and since May 2026), because neither class names nor order
 * are used, only the ids and the labels that stayed the same since 2022.
 */
public final class BcvPage {

    /** Names these rules in the evidence; raise it when they change. */
    public static final String PARSER = "bcv-page/2";

    private static final String BLOCK = "div.view-tipo-de-cambio-oficial-del-bcv";
    private static final BigDecimal LAST_DECIMALS = new BigDecimal("0.000001");
    private static final BigDecimal LEAST_CROSS = new BigDecimal("0.8");
    private static final BigDecimal LARGEST_CROSS = new BigDecimal("1.6");

    private static final int FIRST_YEAR = 2019;
    private static final int LAST_YEAR = 2099;

    private final Element block;

    private BcvPage(Element block) {
        this.block = block;
    }

    /**
     * @param bytes the page, in any encoding
     * @throws NotThePage when the block of rates is not there exactly once
     */
    public static BcvPage of(byte[] bytes) {
        return new BcvPage(blockOf(parsed(SavedText.of(bytes))));
    }

    /**
     * A page that somebody saved: the same, and also the block alone, as people cut it out. A whole page gets no such
     * leniency, so that what stands elsewhere on it is never read.
     */
    public static BcvPage saved(byte[] bytes) {
        String text = SavedText.of(bytes);
        Document page = parsed(text);
        String lower = text.toLowerCase(Locale.ROOT);
        boolean fragment = page.select(BLOCK).isEmpty() && !lower.contains("<html") && !lower.contains("<body");
        return new BcvPage(fragment ? page.body() : blockOf(page));
    }

    /** @throws NotThePage when dollar, euro or value date are missing, double or not written as the bank writes them */
    public Publication publication() {
        Map<Quoted, BigDecimal> rates = new TreeMap<>(others());
        BigDecimal usd = required("dolar", "USD");
        BigDecimal eur = required("euro", "EUR");
        rates.put(Quoted.USD, usd);
        rates.put(Quoted.EUR, eur);
        List<String> doubts = new ArrayList<>();
        BigDecimal cross = eur.divide(usd, 5, RoundingMode.HALF_UP);
        if (cross.compareTo(LEAST_CROSS) < 0 || cross.compareTo(LARGEST_CROSS) > 0) {
            throw new NotThePage("a euro of %s and a dollar of %s cannot both be right".formatted(eur, usd));
        }
        if (usd.multiply(cross).subtract(eur).abs().compareTo(LAST_DECIMALS) > 0) {
            doubts.add("the euro %s is not the dollar %s times a cross rate of 5 decimals".formatted(eur, usd));
        }
        return Publication.of(valueDate(doubts), rates, doubts);
    }

    private BigDecimal required(String id, String code) {
        Element row = only(block.select("[id=" + id + "]"), "#" + id);
        String label = only(row.select("span"), "the label of #" + id).text().strip();
        if (!label.equals(code)) {
            throw new NotThePage("#" + id + " is labelled \"" + label + "\" and not " + code);
        }
        String text = only(row.select("strong"), "the number of #" + id).text();
        BigDecimal rate = BcvNumber.of(text)
                .orElseThrow(() -> new NotThePage(
                        "#" + id + " says \"" + text.strip() + "\", which is not a number as the bank writes them"));
        if (rate.signum() <= 0) {
            throw new NotThePage("#" + id + " is not above zero");
        }
        return rate;
    }

    /** Every further currency of the block that is there once, with one label and one number; unclear ones are left. */
    private Map<Quoted, BigDecimal> others() {
        Map<Quoted, BigDecimal> clear = new TreeMap<>();
        List<Quoted> unclear = new ArrayList<>();
        for (Element row : block.select("div.recuadrotsmc")) {
            Optional<Quoted> base = label(row);
            if (base.isEmpty()) {
                continue;
            }
            Optional<BigDecimal> rate = row.select("strong").size() == 1
                    ? BcvNumber.of(row.select("strong").text()).filter(number -> number.signum() > 0)
                    : Optional.empty();
            if (rate.isEmpty() || clear.put(base.get(), rate.get()) != null) {
                unclear.add(base.get());
            }
        }
        clear.keySet().removeAll(unclear);
        return clear;
    }

    private static Optional<Quoted> label(Element row) {
        Elements labels = row.select("span");
        String text = labels.size() == 1 ? labels.text().strip() : "";
        return Quoted.isCode(text) ? Optional.of(new Quoted(text)) : Optional.empty();
    }

    /** From the attribute; that the words beside it say the same is checked, and doubted where they do not. */
    private LocalDate valueDate(List<String> doubts) {
        Element span = only(block.select("span.date-display-single[content]"), "the value date");
        LocalDate date;
        try {
            date = OffsetDateTime.parse(span.attr("content")).toLocalDate();
        } catch (DateTimeException e) {
            throw new NotThePage("the value date cannot be read: " + span.attr("content"), e);
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new NotThePage("the value date is of no year in which this page existed: " + date);
        }
        if (!SpanishDate.in(span.text()).equals(Optional.of(date))) {
            doubts.add("the value date %s is not the one in words: \"%s\"".formatted(date, span.text()));
        }
        return date;
    }

    private static Document parsed(String text) {
        return Jsoup.parse(text);
    }

    private static Element blockOf(Document page) {
        return only(page.select(BLOCK), "the block of official rates");
    }

    private static Element only(Elements found, String what) {
        if (found.size() != 1) {
            throw new NotThePage(what + " is there " + found.size() + " times and not once");
        }
        return found.get(0);
    }
}
