package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a person has earned on an order altogether, by the plain rules.
 *
 * @param base gross profit, accessories or one unit, in dollars
 * @param total of all entries for it, were they written now
 */
public record Earning(UUID person, Basis basis, Money base, BigDecimal rate, Money total) {

    /** The rate of a person on the day of the handover, null for somebody who earns none. */
    public interface Rates {
        BigDecimal of(Basis basis, UUID person);
    }

    /** All earnings of an order; none while it is not delivered and fully paid. Zeros are left out. */
    public static List<Earning> of(OrderFacts facts, Rates rates, Terms terms) {
        if (facts.earnedAt().isEmpty()) {
            return List.of();
        }
        List<Earning> found = new ArrayList<>();
        if (!facts.counterSale() && !facts.rework()) {
            repair(facts, rates, terms, found);
            unit(facts, rates, found);
        }
        accessories(facts, rates, terms, found);
        return found.stream().filter(earning -> !earning.total().isZero()).toList();
    }

    private static void repair(OrderFacts facts, Rates rates, Terms terms, List<Earning> found) {
        if (facts.team() == null) {
            return;
        }
        GrossProfit profit = facts.profit();
        facts.team()
                .divide(profit, person -> rates.of(Basis.GROSS_PROFIT, person), terms.negativeProfit())
                .forEach(part -> found.add(
                        new Earning(part.person(), Basis.GROSS_PROFIT, profit.amount(), part.rate(), part.amount())));
    }

    private static void unit(OrderFacts facts, Rates rates, List<Earning> found) {
        BigDecimal flat = facts.deliveredBy() == null ? null : rates.of(Basis.UNIT, facts.deliveredBy());
        if (flat != null && facts.isRepaired()) {
            Money total = new Handover(flat, BigDecimal.ZERO).units(1);
            found.add(new Earning(facts.deliveredBy(), Basis.UNIT, Money.usd("1.00"), flat, total));
        }
    }

    private static void accessories(OrderFacts facts, Rates rates, Terms terms, List<Earning> found) {
        Map<UUID, List<OrderFacts.Line>> bySeller = facts.accessories().stream()
                .filter(line -> line.seller() != null)
                .collect(Collectors.groupingBy(OrderFacts.Line::seller, TreeMap::new, Collectors.toList()));
        bySeller.forEach((seller, lines) -> {
            BigDecimal percent = rates.of(Basis.ACCESSORIES, seller);
            if (percent != null) {
                Money base = base(lines, terms.accessoryBase());
                Money total = new Handover(BigDecimal.ZERO, percent).accessories(base);
                found.add(new Earning(seller, Basis.ACCESSORIES, base, percent, total));
            }
        });
    }

    private static Money base(List<OrderFacts.Line> lines, Terms.AccessoryBase base) {
        Money net = lines.stream().map(OrderFacts.Line::left).reduce(Money.zero(Currency.USD), Money::plus);
        BigDecimal cost = lines.stream().map(OrderFacts.Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return base == Terms.AccessoryBase.NET_PRICE ? net : net.minus(Money.rounded(cost, Currency.USD));
    }
}
