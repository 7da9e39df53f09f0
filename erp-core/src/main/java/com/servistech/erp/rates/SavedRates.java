package com.servistech.erp.rates;

import com.servistech.erp.rates.RateParser.Reading;
import java.util.List;

/** Reads what somebody saved of one source, without asking anybody and without a database. */
public interface SavedRates {

    /**
     * What a saved file says.
     *
     * @param doubts what does not fit together; with any, the rates are not to be used without a person
     * @param note more that is worth knowing, null when there is nothing
     */
    record Saved(List<Reading> rates, List<String> doubts, String note) {

        public Saved {
            rates = List.copyOf(rates);
            doubts = List.copyOf(doubts);
        }
    }

    /** @throws com.servistech.erp.error.Refused {@code rates.not-readable} when it is not what it should be, with where */
    Saved read(byte[] body);
}
