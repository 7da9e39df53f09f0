package com.servistech.erp.rates;

import java.util.List;

/**
 * What came of asking a source.
 *
 * @param reason null when there is nothing to explain
 * @param rate what counts afterwards: the dollar of the bank, or the market's price; null when none is known
 * @param waiting observations that a person must confirm or refuse
 */
public record Refreshed(Outcome outcome, String reason, RateView rate, List<RateView> waiting) {

    /** The four ways it can end; what waits for a person is REJECTED for now. */
    public enum Outcome {
        PUBLISHED,
        UNCHANGED,
        REJECTED,
        UNAVAILABLE
    }

    public Refreshed {
        waiting = List.copyOf(waiting);
    }
}
