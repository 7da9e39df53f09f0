package com.servistech.erp.cash;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.List;

/** What a count must be before it is compared with anything. */
final class CountRules {

    private static final int MOST_DENOMINATIONS = 60;

    private CountRules() {}

    static void check(NewCount count, Problems problems) {
        AmountRule.notNegative("/countedUsd", count.usd(), Currency.USD, problems);
        AmountRule.notNegative("/countedVes", count.ves(), Currency.VES, problems);
        problems.optional("/reason", count.reason(), 400);
        if (count.denominations().size() > MOST_DENOMINATIONS) {
            problems.add("/denominations", "list.size", "At most " + MOST_DENOMINATIONS + " denominations");
            return;
        }
        for (int i = 0; i < count.denominations().size(); i++) {
            check("/denominations/" + i, count.denominations().get(i), problems);
        }
        if (problems.isEmpty()) {
            addUp(count.denominations(), count.usd(), problems);
            addUp(count.denominations(), count.ves(), problems);
        }
    }

    private static void check(String at, Denomination denomination, Problems problems) {
        Currency currency = denomination.value().currency();
        if (currency != Currency.USD && currency != Currency.VES) {
            problems.add(at + "/value/currency", "money.currency", "A drawer holds USD and VES");
        } else {
            AmountRule.positive(at + "/value", denomination.value(), currency, problems);
        }
        if (denomination.count() < 0 || denomination.count() > 1_000_000) {
            problems.add(at + "/count", "number.range", "Between 0 and 1000000");
        }
    }

    /** Denominations of a currency are all of it, or none are given for it. */
    private static void addUp(List<Denomination> denominations, Money counted, Problems problems) {
        List<Money> totals = denominations.stream()
                .filter(denomination -> denomination.value().currency() == counted.currency())
                .map(Denomination::total)
                .toList();
        Money sum = totals.stream().reduce(Money.zero(counted.currency()), Money::plus);
        if (!totals.isEmpty() && !sum.equals(counted)) {
            problems.add(
                    "/denominations",
                    "cash.denominations",
                    "They add up to %s, but %s is said to be counted".formatted(sum, counted));
        }
    }
}
