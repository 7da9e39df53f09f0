package com.servistech.erp.rates.binance;

import com.servistech.erp.error.Refused;
import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.RateParser.Reading;
import com.servistech.erp.rates.SavedRates;
import com.servistech.erp.rates.market.MarketRule;
import com.servistech.erp.rates.market.MarketRule.Reference;
import com.servistech.erp.rates.market.MarketSummary;
import java.util.List;
import java.util.Set;

/** A page of advertisements that somebody saved: one side of the market, by the same rules. */
public final class SavedAds implements SavedRates {

    @Override
    public Saved read(byte[] body) {
        try {
            AdPage page = new AdPage(body);
            String side = page.side();
            MarketRule rule = new MarketRule(Set.of(), null, 1, Reference.valueOf(side));
            MarketSummary.Side price =
                    rule.side(page.offers(side)).orElseThrow(() -> new NoData("no advertisement can be used"));
            return new Saved(
                    List.of(new Reading(Quoted.USDT, null, price.median())),
                    List.of(),
                    "side %s: median of %d advertisements, %d left out, weighted by quantity %s"
                            .formatted(
                                    side,
                                    price.n(),
                                    price.dropped(),
                                    price.vwap().toPlainString()));
        } catch (NoData e) {
            throw new Refused("rates.not-readable", e.getMessage());
        }
    }
}
