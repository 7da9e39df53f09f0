package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of a credit note (rule PR-8): the invoice's proportions and rates, in both currencies apart. Whatever is
 * taken back last of a line or of a tax takes what is left of it, so that all notes of an invoice add up to it to the
 * cent and never to more.
 */
final class Credit {

    /** A part of a line that comes back. */
    record Returned(OriginalLine line, int quantity, boolean restock, Money net, Money netVes) {}

    private final List<Returned> lines = new ArrayList<>();
    private final List<TaxGroup> taxes = new ArrayList<>();

    /** @param quantities how many of each line of the invoice, in its order; restock alike */
    Credit(
            List<OriginalLine> originals,
            List<OriginalTax> originalTaxes,
            int[] quantities,
            boolean[] restock,
            CentRule cents) {
        for (int i = 0; i < originals.size(); i++) {
            if (quantities[i] > 0) {
                lines.add(returned(originals.get(i), quantities[i], restock[i], cents));
            }
        }
        for (OriginalTax tax : originalTaxes) {
            if (lines.stream().anyMatch(line -> line.line().tax() == tax.group().tax())) {
                taxes.add(tax(tax, isLast(tax.group().tax(), originals, quantities), cents));
            }
        }
    }

    private static Returned returned(OriginalLine line, int quantity, boolean restock, CentRule cents) {
        boolean last = quantity == line.left();
        return new Returned(
                line,
                quantity,
                restock,
                share(line.net(), line.creditedNet(), quantity, line.quantity(), last, cents),
                share(line.netVes(), line.creditedNetVes(), quantity, line.quantity(), last, cents));
    }

    private static Money share(Money whole, Money before, int quantity, int of, boolean last, CentRule cents) {
        Money left = whole.minus(before);
        if (last) {
            return left;
        }
        BigDecimal exact = whole.amount().multiply(BigDecimal.valueOf(quantity));
        Money share = cents.quotient(exact, BigDecimal.valueOf(of), whole.currency());
        return share.compareTo(left) > 0 ? left : share;
    }

    private static boolean isLast(Tax tax, List<OriginalLine> originals, int[] quantities) {
        for (int i = 0; i < originals.size(); i++) {
            if (originals.get(i).tax() == tax
                    && quantities[i] < originals.get(i).left()) {
                return false;
            }
        }
        return true;
    }

    private TaxGroup tax(OriginalTax tax, boolean last, CentRule cents) {
        Percent percent = tax.group().rate().percent();
        Money base = sum(tax.group().tax(), Currency.USD);
        Money baseVes = sum(tax.group().tax(), Currency.VES);
        return new TaxGroup(
                tax.group().rate(),
                base,
                amount(base, percent, tax.group().amount().minus(tax.creditedAmount()), last, cents),
                baseVes,
                amount(baseVes, percent, tax.group().amountVes().minus(tax.creditedAmountVes()), last, cents));
    }

    private static Money amount(Money base, Percent percent, Money left, boolean last, CentRule cents) {
        Money share = cents.share(base, percent);
        return last || share.compareTo(left) > 0 ? left : share;
    }

    private Money sum(Tax tax, Currency currency) {
        return lines.stream()
                .filter(line -> line.line().tax() == tax)
                .map(line -> currency == Currency.USD ? line.net() : line.netVes())
                .reduce(Money.zero(currency), Money::plus);
    }

    List<Returned> lines() {
        return lines;
    }

    TaxRate rateOf(Returned returned) {
        return taxes.stream()
                .filter(tax -> tax.tax() == returned.line().tax())
                .findFirst()
                .orElseThrow()
                .rate();
    }

    List<TaxGroup> taxes() {
        return taxes;
    }

    Money net() {
        return lines.stream().map(Returned::net).reduce(Money.zero(Currency.USD), Money::plus);
    }

    Money netVes() {
        return lines.stream().map(Returned::netVes).reduce(Money.zero(Currency.VES), Money::plus);
    }

    Money iva() {
        return taxes.stream().map(TaxGroup::amount).reduce(Money.zero(Currency.USD), Money::plus);
    }

    Money ivaVes() {
        return taxes.stream().map(TaxGroup::amountVes).reduce(Money.zero(Currency.VES), Money::plus);
    }

    Money total() {
        return net().plus(iva());
    }

    Money totalVes() {
        return netVes().plus(ivaVes());
    }
}
