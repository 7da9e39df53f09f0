package com.servistech.erp.rates;

import com.servistech.erp.rates.market.Market;
import java.util.List;

/**
 * Everybody who can be asked for rates. Ask first, then open a transaction for what came of it: asking may take as long
 * as its time-outs.
 *
 * @param bank the page of the central bank
 * @param tables its tables of the past
 * @param market the market of dollars that are no banknotes
 * @param witnesses further sources, in the order of the configuration
 */
public record RateSources(
        RateSource<Publication> bank,
        TableArchive tables,
        RateSource<Market> market,
        List<RateSource<Quotes>> witnesses) {

    public RateSources {
        witnesses = List.copyOf(witnesses);
    }

    /** Asks every further source. */
    public List<Witnessed> askWitnesses() {
        return witnesses.stream()
                .map(source -> new Witnessed(source.name(), source.fetch()))
                .toList();
    }
}
