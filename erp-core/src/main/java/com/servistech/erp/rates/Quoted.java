package com.servistech.erp.rates;

import java.util.regex.Pattern;

/**
 * A currency that has a price in bolívares: wider than the currencies in which the shop keeps amounts, because the bank
 * publishes more of them.
 *
 * @param code three to five capital letters, ISO 4217 where there is one; never VES
 */
public record Quoted(String code) implements Comparable<Quoted> {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3,5}");

    public static final Quoted USD = new Quoted("USD");
    public static final Quoted EUR = new Quoted("EUR");
    public static final Quoted USDT = new Quoted("USDT");

    public Quoted {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not the code of a quoted currency: " + code);
        }
    }

    /** Whether the text can be one. */
    public static boolean isCode(String text) {
        return text != null && CODE.matcher(text).matches() && !text.equals("VES");
    }

    @Override
    public int compareTo(Quoted other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
