package com.servistech.erp.rates;

import java.util.List;

/**
 * What becomes of an observation.
 *
 * @param doubts in words; empty exactly when it is accepted
 * @param witnessSettles a second source that says the same is enough, no person is needed
 */
record Verdict(State state, List<String> doubts, boolean witnessSettles) {

    /** In the order of how bad it is. */
    enum State {
        ACCEPTED,
        SUSPECT,
        REJECTED
    }

    static final Verdict ACCEPTED = new Verdict(State.ACCEPTED, List.of(), false);

    Verdict {
        doubts = List.copyOf(doubts);
    }
}
