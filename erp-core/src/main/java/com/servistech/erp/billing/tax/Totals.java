package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The arithmetic of a document (rules PR-1 to PR-3). Line price = quantity × unit − line discount; the document's
 * discount is spread over the lines by largest remainder, ties to the first, before taxes. IVA is rounded once per rate
 * (or per line, by the switch). In bolívares each line is converted and the taxes are computed anew from the bolívares,
 * which are the fiscal amounts: the total in dollars times the rate is not the total in bolívares.
 */
public final class Totals {

    /**
     * What is sold.
     *
     * @param price of the whole line after its own discount, in USD; with IVA where prices hold it
     */
    public record Line(Money price, Tax tax) {}

    private final List<Line> lines;
    private final Terms terms;
    private final List<Money> discounts;
    private final Side usd;
    private final Side ves;

    /** @param discount on the whole document, at most the sum of the lines */
    public Totals(List<Line> lines, Money discount, Terms terms) {
        this.lines = List.copyOf(lines);
        this.terms = terms;
        this.discounts = discount.isZero()
                ? Collections.nCopies(lines.size(), Money.zero(Currency.USD))
                : discount.allocatedBy(
                        lines.stream().map(line -> line.price().amount()).toList());
        List<Money> prices = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).price().minus(discounts.get(i)))
                .toList();
        this.usd = side(prices, Currency.USD);
        this.ves = side(
                prices.stream()
                        .map(price -> terms.cents().convert(price, terms.rate(), Currency.VES))
                        .toList(),
                Currency.VES);
    }

    private Side side(List<Money> prices, Currency currency) {
        return new Side(prices, lines.stream().map(Line::tax).toList(), terms, currency);
    }

    /** Of each line, without IVA, after both discounts. */
    public List<Money> nets() {
        return usd.nets();
    }

    public List<Money> netsVes() {
        return ves.nets();
    }

    public Tax taxOf(int line) {
        return lines.get(line).tax();
    }

    /** Each line's share of the document's discount. */
    public List<Money> discounts() {
        return discounts;
    }

    /** In the order of {@link Tax}. */
    public List<TaxGroup> taxes() {
        Map<Tax, TaxGroup> groups = new EnumMap<>(Tax.class);
        for (Line line : lines) {
            Tax tax = line.tax();
            groups.put(
                    tax, new TaxGroup(terms.taxes().of(tax), usd.base(tax), usd.iva(tax), ves.base(tax), ves.iva(tax)));
        }
        return new ArrayList<>(groups.values());
    }

    /** The lines before the document's discount; with IVA where prices hold it. */
    public Money subtotal() {
        return lines.stream().map(Line::price).reduce(Money.zero(Currency.USD), Money::plus);
    }

    public Money discount() {
        return discounts.stream().reduce(Money.zero(Currency.USD), Money::plus);
    }

    public Money net() {
        return usd.net();
    }

    public Money netVes() {
        return ves.net();
    }

    public Money iva() {
        return usd.iva();
    }

    public Money ivaVes() {
        return ves.iva();
    }

    public Money total() {
        return net().plus(iva());
    }

    public Money totalVes() {
        return netVes().plus(ivaVes());
    }
}
