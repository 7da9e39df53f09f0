package com.servistech.erp.rates;

import java.util.Map;

/**
 * What rates need from outside while a transaction is open.
 *
 * @param parsers by the name of the rules in the evidence, without their version
 */
public record RatePorts(RateCache cache, Map<String, RateParser> parsers) {

    /** Neither cache nor parsers: for features that only look a rate up. */
    public static final RatePorts NONE = new RatePorts(RateCache.NONE, Map.of());

    public RatePorts {
        parsers = Map.copyOf(parsers);
    }
}
