package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A document's lines and taxes in one of its two currencies. */
final class Side {

    private final Terms terms;
    private final Currency currency;
    private final List<Money> nets;
    private final Map<Tax, Money> bases = new EnumMap<>(Tax.class);
    private final Map<Tax, Money> taxes = new EnumMap<>(Tax.class);

    Side(List<Money> prices, List<Tax> kinds, Terms terms, Currency currency) {
        this.terms = terms;
        this.currency = currency;
        this.nets = new ArrayList<>(Collections.nCopies(prices.size(), Money.zero(currency)));
        for (Tax tax : new java.util.TreeSet<>(kinds)) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                if (kinds.get(i) == tax) {
                    own.add(i);
                }
            }
            group(tax, own, prices);
        }
    }

    private void group(Tax tax, List<Integer> own, List<Money> prices) {
        Percent percent = terms.taxes().of(tax).percent();
        List<Money> ownPrices = own.stream().map(prices::get).toList();
        List<Money> ownNets = terms.prices() == PriceMode.TAX_INCLUSIVE ? withoutTax(ownPrices, percent) : ownPrices;
        Money base = sum(ownNets);
        Money iva;
        if (terms.prices() == PriceMode.TAX_INCLUSIVE) {
            iva = sum(ownPrices).minus(base);
        } else if (terms.rounding() == TaxRounding.PER_LINE) {
            iva = sum(ownNets.stream()
                    .map(net -> terms.cents().share(net, percent))
                    .toList());
        } else {
            iva = terms.cents().share(base, percent);
        }
        for (int i = 0; i < own.size(); i++) {
            nets.set(own.get(i), ownNets.get(i));
        }
        bases.put(tax, base);
        taxes.put(tax, iva);
    }

    /** Per rate: the sum is split once, and each line gets its share of the base. */
    private List<Money> withoutTax(List<Money> prices, Percent percent) {
        if (terms.rounding() == TaxRounding.PER_LINE) {
            return prices.stream()
                    .map(price -> terms.cents().without(percent, price))
                    .toList();
        }
        Money whole = sum(prices);
        List<BigDecimal> weights = prices.stream().map(Money::amount).toList();
        return whole.isZero() ? prices : terms.cents().without(percent, whole).allocatedBy(weights);
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    List<Money> nets() {
        return List.copyOf(nets);
    }

    Money base(Tax tax) {
        return bases.get(tax);
    }

    Money iva(Tax tax) {
        return taxes.get(tax);
    }

    Money net() {
        return sum(nets);
    }

    Money iva() {
        return sum(List.copyOf(taxes.values()));
    }
}
