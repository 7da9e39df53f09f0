package com.servistech.erp.rates.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How offers become a price: those that the shop could take, without outliers by median absolute deviation, then the
 * median and the average weighted by quantity. Too few offers are no price.
 *
 * @param methods how the shop pays or is paid; empty takes every method
 * @param ticket a usual amount in VES that an offer must accept; null takes every amount
 * @param fewest offers of a side that make a price
 * @param reference which price is called the rate
 */
public record MarketRule(Set<String> methods, BigDecimal ticket, int fewest, Reference reference) {

    /** BUY is what one pays to get a unit, SELL what one receives for it, MID the middle of both. */
    public enum Reference {
        BUY,
        SELL,
        MID
    }

    private static final int DECIMALS = 8;
    private static final BigDecimal DEVIATIONS = new BigDecimal("3.5");
    /** Makes a median absolute deviation comparable with a standard deviation. */
    private static final BigDecimal CONSISTENCY = new BigDecimal("1.4826");

    private static final BigDecimal FLOOR = new BigDecimal("0.02");
    private static final BigDecimal WHEN_ALL_ARE_EQUAL = new BigDecimal("0.05");

    public MarketRule {
        methods = Set.copyOf(methods);
    }

    /** Empty when there are too few offers to speak of a price. */
    public Optional<MarketSummary.Side> side(List<Offer> offers) {
        List<Offer> usable = offers.stream()
                .filter(this::isUsable)
                .sorted(Comparator.comparing(Offer::price))
                .toList();
        if (usable.size() < fewest || usable.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal median = median(usable.stream().map(Offer::price).toList());
        BigDecimal reach = reach(usable, median);
        List<Offer> counted = usable.stream()
                .filter(offer -> offer.price().subtract(median).abs().compareTo(reach) <= 0)
                .toList();
        return counted.size() < fewest
                ? Optional.empty()
                : Optional.of(new MarketSummary.Side(
                        median(counted.stream().map(Offer::price).toList()),
                        vwap(counted),
                        counted.size(),
                        usable.size() - counted.size()));
    }

    private boolean isUsable(Offer offer) {
        boolean method = methods.isEmpty() || offer.methods().stream().anyMatch(methods::contains);
        boolean amount = ticket == null
                || (offer.least().compareTo(ticket) <= 0 && offer.most().compareTo(ticket) >= 0);
        return offer.tradable() && method && amount;
    }

    private static BigDecimal reach(List<Offer> offers, BigDecimal median) {
        List<BigDecimal> distances = offers.stream()
                .map(offer -> offer.price().subtract(median).abs())
                .sorted()
                .toList();
        BigDecimal deviation = median(distances);
        return deviation.signum() == 0
                ? median.multiply(WHEN_ALL_ARE_EQUAL)
                : deviation.multiply(CONSISTENCY).multiply(DEVIATIONS).max(median.multiply(FLOOR));
    }

    private static BigDecimal vwap(List<Offer> offers) {
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal traded = BigDecimal.ZERO;
        for (Offer offer : offers) {
            paid = paid.add(offer.price().multiply(offer.quantity()));
            traded = traded.add(offer.quantity());
        }
        return paid.divide(traded, DECIMALS, RoundingMode.HALF_UP);
    }

    /** @param sorted at least one */
    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1)
                        .add(sorted.get(middle))
                        .divide(BigDecimal.valueOf(2), DECIMALS, RoundingMode.HALF_UP);
    }
}
