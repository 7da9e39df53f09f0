package com.servistech.erp.rates.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.rates.market.MarketRule.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketRuleTest {

    private static final MarketRule RULE = new MarketRule(Set.of(), null, 3, Reference.MID);

    @Test
    void thePriceIsTheMedianAndTheAverageByQuantityStandsBesideIt() {
        MarketSummary.Side side = RULE.side(List.of(offer("700", "1"), offer("710", "1"), offer("712", "2")))
                .orElseThrow();
        assertThat(side.median()).isEqualByComparingTo("710");
        assertThat(side.vwap()).isEqualByComparingTo("708.5");
        assertThat(side.n()).isEqualTo(3);
    }

    @Test
    void anExtremeOfferDoesNotMoveThePrice() {
        List<Offer> offers = new ArrayList<>(prices("745", "746", "746.5", "747", "747.5", "748"));
        MarketSummary.Side calm = RULE.side(offers).orElseThrow();
        offers.add(offer("350", "100000"));
        offers.add(offer("7460", "100000"));
        MarketSummary.Side baited = RULE.side(offers).orElseThrow();
        assertThat(baited.median()).isEqualByComparingTo(calm.median());
        assertThat(baited.vwap()).isEqualByComparingTo(calm.vwap());
        assertThat(baited.dropped()).isEqualTo(2);
    }

    @Test
    void offersOfOnePriceStillDropTheOneFarAway() {
        MarketSummary.Side side =
                RULE.side(prices("700", "700", "700", "700", "734", "736")).orElseThrow();
        assertThat(side.n()).isEqualTo(5);
        assertThat(side.dropped()).isEqualTo(1);
    }

    @Test
    void onlyOffersThatTheShopCouldTakeCount() {
        MarketRule rule = new MarketRule(Set.of("PagoMovil"), new BigDecimal("50000"), 1, Reference.BUY);
        Offer good = offer("700", "100", "20000", "60000", Set.of("PagoMovil", "Banesco"), true);
        Offer tooLarge = offer("690", "100", "60000", "90000", Set.of("PagoMovil"), true);
        Offer tooSmall = offer("690", "100", "1000", "40000", Set.of("PagoMovil"), true);
        Offer otherMethod = offer("690", "100", "20000", "60000", Set.of("BANK"), true);
        Offer taken = offer("690", "100", "20000", "60000", Set.of("PagoMovil"), false);
        MarketSummary.Side side =
                rule.side(List.of(good, tooLarge, tooSmall, otherMethod, taken)).orElseThrow();
        assertThat(side.median()).isEqualByComparingTo("700");
        assertThat(side.n()).isEqualTo(1);
    }

    @Test
    void tooFewOffersAreNoPrice() {
        assertThat(RULE.side(prices("700", "701"))).isEmpty();
        assertThat(RULE.side(List.of())).isEmpty();
    }

    @Test
    void bothSidesGiveSpreadAndConfidenceAndCrossedSidesAreDoubted() {
        Optional<MarketSummary.Side> ask = side("746.9", 40, 0);
        Optional<MarketSummary.Side> bid = side("742.5", 40, 0);
        Market market = Market.of(ask, bid, Reference.MID, false).orElseThrow();
        assertThat(market.rate()).isEqualByComparingTo("744.7");
        assertThat(market.summary().spread()).isEqualByComparingTo("0.00593");
        assertThat(market.summary().confidence()).isEqualTo("HIGH");
        assertThat(market.doubts()).isEmpty();
        Market crossed =
                Market.of(bid, side("765.5", 40, 0), Reference.BUY, false).orElseThrow();
        assertThat(crossed.doubts()).singleElement().asString().contains("crossed");
        Market thrown = Market.of(side("746", 12, 8), bid, Reference.BUY, false).orElseThrow();
        assertThat(thrown.doubts()).singleElement().asString().contains("8 of 20 offers");
        assertThat(Market.of(ask, Optional.empty(), Reference.MID, false))
                .as("a middle needs two sides")
                .isEmpty();
        assertThat(Market.of(ask, bid, Reference.SELL, true)
                        .orElseThrow()
                        .summary()
                        .confidence())
                .isEqualTo("LOW");
    }

    @Test
    void aSummaryIsKeptAndReadAgainUnchanged() {
        MarketSummary summary = Market.of(side("746.9", 40, 2), side("742.5", 31, 0), Reference.SELL, false)
                .orElseThrow()
                .summary();
        assertThat(MarketSummary.fromJson(summary.toJson())).isEqualTo(summary);
        MarketSummary one = Market.of(side("746.9", 10, 0), Optional.empty(), Reference.BUY, false)
                .orElseThrow()
                .summary();
        assertThat(MarketSummary.fromJson(one.toJson())).isEqualTo(one);
    }

    private static Optional<MarketSummary.Side> side(String price, int n, int dropped) {
        return Optional.of(new MarketSummary.Side(new BigDecimal(price), new BigDecimal(price), n, dropped));
    }

    private static List<Offer> prices(String... prices) {
        return IntStream.range(0, prices.length)
                .mapToObj(i -> offer(prices[i], String.valueOf(10 + i)))
                .toList();
    }

    private static Offer offer(String price, String quantity) {
        return offer(price, quantity, "0", "999999999", Set.of("Banesco"), true);
    }

    private static Offer offer(
            String price, String quantity, String least, String most, Set<String> methods, boolean tradable) {
        return new Offer(
                new BigDecimal(price),
                new BigDecimal(quantity),
                new BigDecimal(least),
                new BigDecimal(most),
                methods,
                tradable);
    }
}
