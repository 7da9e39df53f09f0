package com.servistech.erp.rates.market;

import com.servistech.erp.rates.market.MarketRule.Reference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The market as it was read at one moment.
 *
 * @param summary both sides, or the one that there is
 * @param rate the price that the reference names, VES for one unit
 * @param doubts why a person should look before it is believed
 */
public record Market(MarketSummary summary, BigDecimal rate, List<String> doubts) {

    private static final BigDecimal CROSSED = new BigDecimal("1.02");
    private static final BigDecimal WIDE = new BigDecimal("0.02");
    private static final int MANY = 30;
    private static final int DROPPED_PERCENT = 30;

    public Market {
        doubts = List.copyOf(doubts);
    }

    /**
     * Both sides together; empty when the side that the reference needs is missing.
     *
     * @param quoted the prices come as two numbers without the offers behind them
     */
    public static Optional<Market> of(
            Optional<MarketSummary.Side> buy, Optional<MarketSummary.Side> sell, Reference reference, boolean quoted) {
        Optional<BigDecimal> ask = buy.map(MarketSummary.Side::median);
        Optional<BigDecimal> bid = sell.map(MarketSummary.Side::median);
        Optional<BigDecimal> rate = switch (reference) {
            case BUY -> ask;
            case SELL -> bid;
            case MID -> ask.flatMap(a -> bid.map(b -> a.add(b).divide(BigDecimal.valueOf(2), 8, RoundingMode.HALF_UP)));
        };
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        List<String> doubts = new ArrayList<>();
        BigDecimal spread = null;
        if (ask.isPresent() && bid.isPresent()) {
            spread = ask.get().subtract(bid.get()).divide(bid.get(), 5, RoundingMode.HALF_UP);
            if (bid.get().compareTo(ask.get().multiply(CROSSED)) > 0) {
                doubts.add("one would receive %s and pay %s: the sides are crossed".formatted(bid.get(), ask.get()));
            }
        }
        buy.ifPresent(side -> doubtOutliers("BUY", side, doubts));
        sell.ifPresent(side -> doubtOutliers("SELL", side, doubts));
        MarketSummary summary = new MarketSummary(
                buy.orElse(null),
                sell.orElse(null),
                spread,
                reference.name(),
                confidence(buy, sell, spread, quoted || !doubts.isEmpty()));
        return Optional.of(new Market(summary, rate.get(), doubts));
    }

    private static void doubtOutliers(String name, MarketSummary.Side side, List<String> doubts) {
        int all = side.n() + side.dropped();
        if (all > 0 && side.dropped() * 100 > all * DROPPED_PERCENT) {
            doubts.add("%d of %d offers of side %s are outliers".formatted(side.dropped(), all, name));
        }
    }

    private static String confidence(
            Optional<MarketSummary.Side> buy, Optional<MarketSummary.Side> sell, BigDecimal spread, boolean weak) {
        if (weak || buy.isEmpty() || sell.isEmpty()) {
            return "LOW";
        }
        boolean deep = buy.get().n() >= MANY && sell.get().n() >= MANY;
        return deep && spread.abs().compareTo(WIDE) <= 0 ? "HIGH" : "MEDIUM";
    }
}
