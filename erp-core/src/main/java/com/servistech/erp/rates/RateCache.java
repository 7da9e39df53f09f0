package com.servistech.erp.rates;

import java.util.Optional;

/**
 * Answers that may be given again until something is published. Losing it costs time and nothing else: every method
 * works, as a miss, when the thing behind it is gone.
 */
public interface RateCache {

    /** A place for one answer, as it was when it was looked at: filling it after a publication in between is in vain. */
    interface Slot {

        Optional<String> value();

        void fill(String value);
    }

    /** Remembers nothing. */
    RateCache NONE = new RateCache() {
        @Override
        public Slot look(String key) {
            return new Slot() {
                @Override
                public Optional<String> value() {
                    return Optional.empty();
                }

                @Override
                public void fill(String value) {
                    // nobody will ask for it
                }
            };
        }

        @Override
        public void forget() {
            // there is nothing
        }
    };

    Slot look(String key);

    /** Forgets every answer; called after the change is committed. */
    void forget();
}
