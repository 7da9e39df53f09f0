package com.servistech.erp.billing.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.tax.PriceMode;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRounding;
import com.servistech.erp.billing.tax.Terms;
import com.servistech.erp.billing.tax.Totals;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.testkit.TaxTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However an invoice is taken back in parts, the parts add up to it. */
class CreditTest {

    @Test
    void allNotesOfAnInvoiceAddUpToItInEachLineEachTaxAndBothCurrencies() {
        SplittableRandom random = new SplittableRandom(43);
        for (int round = 0; round < 1_500; round++) {
            CentRule cents = CentRule.values()[random.nextInt(2)];
            Terms terms = new Terms(
                    TaxTables.OF_2026,
                    BigDecimal.valueOf(random.nextLong(10_000_000_000L, 100_000_000_000L), 8),
                    TaxRounding.values()[random.nextInt(2)],
                    PriceMode.values()[random.nextInt(2)],
                    cents);
            int[] quantities = random.ints(random.nextInt(1, 6), 1, 6).toArray();
            List<Totals.Line> sold = new ArrayList<>();
            for (int quantity : quantities) {
                sold.add(new Totals.Line(
                        new Money(BigDecimal.valueOf(random.nextInt(0, 20_000), 2), Currency.USD)
                                .times(BigDecimal.valueOf(quantity)),
                        Tax.values()[random.nextInt(4)]));
            }
            Totals invoice = new Totals(sold, Money.zero(Currency.USD), terms);
            takeBackInParts(invoice, quantities, cents, random);
        }
    }

    private static void takeBackInParts(Totals invoice, int[] quantities, CentRule cents, SplittableRandom random) {
        int[] taken = new int[quantities.length];
        Money[] nets = filled(quantities.length, Currency.USD);
        Money[] netsVes = filled(quantities.length, Currency.VES);
        Map<Tax, Money> taxes = new EnumMap<>(Tax.class);
        Map<Tax, Money> taxesVes = new EnumMap<>(Tax.class);
        Money total = Money.zero(Currency.USD);
        Money totalVes = Money.zero(Currency.VES);
        while (!java.util.Arrays.equals(taken, quantities)) {
            List<OriginalLine> lines = new ArrayList<>();
            int[] now = new int[quantities.length];
            for (int i = 0; i < quantities.length; i++) {
                lines.add(new OriginalLine(
                        new UUID(0, i),
                        "Renglón",
                        quantities[i],
                        invoice.nets().get(i),
                        invoice.netsVes().get(i),
                        invoice.taxOf(i),
                        null,
                        null,
                        null,
                        0,
                        taken[i],
                        nets[i],
                        netsVes[i]));
                now[i] = random.nextInt(0, quantities[i] - taken[i] + 1);
            }
            List<OriginalTax> originals = invoice.taxes().stream()
                    .map(group -> new OriginalTax(
                            group,
                            taxes.getOrDefault(group.tax(), Money.zero(Currency.USD)),
                            taxesVes.getOrDefault(group.tax(), Money.zero(Currency.VES))))
                    .toList();
            Credit note = new Credit(lines, originals, now, new boolean[now.length], cents);
            for (Credit.Returned back : note.lines()) {
                int i = (int) back.line().id().getLeastSignificantBits();
                taken[i] += back.quantity();
                nets[i] = nets[i].plus(back.net());
                netsVes[i] = netsVes[i].plus(back.netVes());
                assertThat(back.net().isNegative() || back.netVes().isNegative())
                        .isFalse();
            }
            for (TaxGroup tax : note.taxes()) {
                taxes.merge(tax.tax(), tax.amount(), Money::plus);
                taxesVes.merge(tax.tax(), tax.amountVes(), Money::plus);
                assertThat(tax.amount().isNegative() || tax.amountVes().isNegative())
                        .isFalse();
            }
            total = total.plus(note.total());
            totalVes = totalVes.plus(note.totalVes());
            assertThat(total.compareTo(invoice.total())).isLessThanOrEqualTo(0);
            assertThat(totalVes.compareTo(invoice.totalVes())).isLessThanOrEqualTo(0);
        }
        assertThat(nets).containsExactlyElementsOf(invoice.nets());
        assertThat(netsVes).containsExactlyElementsOf(invoice.netsVes());
        assertThat(total).isEqualTo(invoice.total());
        assertThat(totalVes).isEqualTo(invoice.totalVes());
    }

    private static Money[] filled(int length, Currency currency) {
        Money[] amounts = new Money[length];
        java.util.Arrays.fill(amounts, Money.zero(currency));
        return amounts;
    }
}
