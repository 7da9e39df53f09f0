package com.servistech.erp.rates;

/**
 * What came of asking the bank.
 *
 * @param reason null when there is nothing to explain
 * @param rate the dollar that counts afterwards; null when none is known
 */
public record Refreshed(Outcome outcome, String reason, RateView rate) {

    /** The four ways it can end. */
    public enum Outcome {
        PUBLISHED,
        UNCHANGED,
        REJECTED,
        UNAVAILABLE
    }
}
