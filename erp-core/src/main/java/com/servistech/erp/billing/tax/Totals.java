package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic of an invoice. Line net = quantity × price − discount; the document's discount is spread over the nets
 * by largest remainder, before taxes; IVA is rounded once per rate. In bolívares each net is converted and the taxes are
 * computed anew: the bolívares are the fiscal amounts.
 */
public final class Totals {

    /** A group of lines with one tax. */
    public record TaxGroup(Tax tax, BigDecimal percent, Money base, Money amount, Money baseVes, Money amountVes) {}

    private final List<Money> nets;
    private final List<Money> netsVes = new ArrayList<>();
    private final List<TaxGroup> taxes = new ArrayList<>();
    private final Money gross;
    private final Money discount;

    /** @param lineNets after line discounts */
    public Totals(List<Money> lineNets, List<Tax> lineTaxes, Money discount, BigDecimal rate, LocalDate day) {
        this.gross = sum(lineNets, Currency.USD);
        this.discount = discount;
        this.nets = discount.isZero() ? lineNets : discounted(lineNets, discount);
        Map<Tax, Money> bases = new EnumMap<>(Tax.class);
        Map<Tax, Money> basesVes = new EnumMap<>(Tax.class);
        for (int i = 0; i < nets.size(); i++) {
            Money ves = nets.get(i).convertedAt(rate, Currency.VES);
            netsVes.add(ves);
            bases.merge(lineTaxes.get(i), nets.get(i), Money::plus);
            basesVes.merge(lineTaxes.get(i), ves, Money::plus);
        }
        bases.forEach((tax, base) -> taxes.add(new TaxGroup(
                tax,
                tax.on(day).value(),
                base,
                tax.on(day).of(base),
                basesVes.get(tax),
                tax.on(day).of(basesVes.get(tax)))));
    }

    private static List<Money> discounted(List<Money> nets, Money discount) {
        List<Money> shares =
                discount.allocatedBy(nets.stream().map(Money::amount).toList());
        List<Money> after = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            after.add(nets.get(i).minus(shares.get(i)));
        }
        return after;
    }

    public List<Money> nets() {
        return nets;
    }

    public List<Money> netsVes() {
        return netsVes;
    }

    public List<TaxGroup> taxes() {
        return taxes;
    }

    /** Before the document's discount and taxes. */
    public Money subtotal() {
        return gross;
    }

    public Money discount() {
        return discount;
    }

    public Money net() {
        return sum(nets, Currency.USD);
    }

    public Money netVes() {
        return sum(netsVes, Currency.VES);
    }

    public Money iva() {
        return sum(taxes.stream().map(TaxGroup::amount).toList(), Currency.USD);
    }

    public Money ivaVes() {
        return sum(taxes.stream().map(TaxGroup::amountVes).toList(), Currency.VES);
    }

    public Money total() {
        return net().plus(iva());
    }

    public Money totalVes() {
        return netVes().plus(ivaVes());
    }

    private static Money sum(List<Money> amounts, Currency currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
