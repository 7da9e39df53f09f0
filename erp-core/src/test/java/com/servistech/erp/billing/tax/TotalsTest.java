package com.servistech.erp.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.testkit.TaxTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rules of rounding on documents: worked examples, and what holds whatever is sold. */
class TotalsTest {

    private static final BigDecimal RATE = new BigDecimal("872.3927");
    private static final Terms TERMS = Terms.standard(TaxTables.OF_2026, RATE);

    @Test
    void theDocumentsDiscountIsSpreadByLargestRemainderBeforeTaxes() {
        Totals totals = totals(TERMS, "5.00", general("33.33"), general("19.99"), line("7.50", Tax.EXEMPT));
        assertThat(totals.discounts()).containsExactly(Money.usd("2.74"), Money.usd("1.64"), Money.usd("0.62"));
        assertThat(totals.nets()).containsExactly(Money.usd("30.59"), Money.usd("18.35"), Money.usd("6.88"));
        assertThat(totals.total()).isEqualTo(Money.usd("63.65"));
    }

    @Test
    void ivaIsRoundedOncePerRateUnlessTheSwitchSaysPerLine() {
        Totals.Line[] screenProtectors = {general("3.33"), general("3.33"), general("3.33")};
        assertThat(totals(TERMS, "0.00", screenProtectors).iva()).isEqualTo(Money.usd("1.60"));
        Terms perLine =
                new Terms(TaxTables.OF_2026, RATE, TaxRounding.PER_LINE, PriceMode.TAX_EXCLUSIVE, CentRule.HALF_UP);
        assertThat(totals(perLine, "0.00", screenProtectors).iva()).isEqualTo(Money.usd("1.59"));
    }

    @Test
    void aPriceThatHoldsIvaIsSplitAndKeepsItsSum() {
        Terms inclusive =
                new Terms(TaxTables.OF_2026, RATE, TaxRounding.PER_RATE, PriceMode.TAX_INCLUSIVE, CentRule.HALF_UP);
        Totals twentyFive = totals(inclusive, "0.00", general("25.00"));
        assertThat(twentyFive.net()).isEqualTo(Money.usd("21.55"));
        assertThat(twentyFive.iva()).isEqualTo(Money.usd("3.45"));
        // 10.04 is no net + round(16 % of it): only an inclusive document can hold it
        assertThat(totals(inclusive, "0.00", general("10.04")).total()).isEqualTo(Money.usd("10.04"));
        assertThat(totals(inclusive, "0.00", general("10.04")).totalVes()).isEqualTo(Money.ves("8758.82"));
    }

    @Test
    void theGeneralAndTheAdditionalRateOfALuxuryGoodAreTwoComponentsThatAddUp() {
        TaxGroup luxury =
                totals(TERMS, "0.00", line("33.35", Tax.LUXURY)).taxes().get(0);
        assertThat(luxury.rate().percent().value()).isEqualByComparingTo("31");
        assertThat(luxury.amount()).isEqualTo(Money.usd("10.34"));
        assertThat(luxury.parts()).hasSize(2);
        assertThat(luxury.parts().stream().map(TaxGroup.Part::amount).reduce(Money.zero(Currency.USD), Money::plus))
                .isEqualTo(luxury.amount());
        assertThat(luxury.parts().stream().map(TaxGroup.Part::amountVes).reduce(Money.zero(Currency.VES), Money::plus))
                .isEqualTo(luxury.amountVes());
    }

    @Test
    void whatIsDueInBolivaresComesFromTheBolivaresAndNotFromTheDollars() {
        // 172,721.64 bolívares of base owe 27,635.46 of IVA, whatever the dollars' cents converted would give
        Terms oneToOne = Terms.standard(TaxTables.OF_2026, BigDecimal.ONE);
        assertThat(totals(oneToOne, "0.00", general("172721.64")).ivaVes()).isEqualTo(Money.ves("27635.46"));
    }

    @Test
    void whateverIsSoldTheLinesTheTaxesAndTheDiscountAddUpInBothCurrencies() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 3_000; round++) {
            Terms terms = new Terms(
                    TaxTables.OF_2026,
                    BigDecimal.valueOf(random.nextLong(100_000_000L, 100_000_000_000L), 8),
                    TaxRounding.values()[random.nextInt(2)],
                    PriceMode.values()[random.nextInt(2)],
                    CentRule.values()[random.nextInt(2)]);
            List<Totals.Line> lines = lines(random);
            Money gross = lines.stream().map(Totals.Line::price).reduce(Money.zero(Currency.USD), Money::plus);
            Money discount = new Money(
                    gross.amount()
                            .multiply(BigDecimal.valueOf(random.nextInt(100), 2))
                            .setScale(2, java.math.RoundingMode.DOWN),
                    Currency.USD);
            Totals totals = new Totals(lines, discount, terms);

            assertThat(sum(totals.nets(), Currency.USD)).isEqualTo(totals.net());
            assertThat(sum(totals.netsVes(), Currency.VES)).isEqualTo(totals.netVes());
            assertThat(sum(totals.taxes().stream().map(TaxGroup::base).toList(), Currency.USD))
                    .isEqualTo(totals.net());
            assertThat(totals.discount()).isEqualTo(discount);
            boolean inclusive = terms.prices() == PriceMode.TAX_INCLUSIVE;
            Money asked =
                    inclusive ? gross.minus(discount) : gross.minus(discount).plus(totals.iva());
            assertThat(totals.total()).isEqualTo(asked);
            assertThat(totals.nets()).noneMatch(Money::isNegative);
        }
    }

    @Test
    void theTwoTotalsDifferFromTheRateByNoMoreThanRoundingExplains() {
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 0; round < 3_000; round++) {
            BigDecimal rate = BigDecimal.valueOf(random.nextLong(10_000_000_000L, 100_000_000_000L), 8);
            List<Totals.Line> lines = lines(random);
            Totals totals = new Totals(lines, Money.zero(Currency.USD), Terms.standard(TaxTables.OF_2026, rate));
            Set<Tax> taxed = EnumSet.noneOf(Tax.class);
            lines.forEach(each -> taxed.add(each.tax()));
            taxed.remove(Tax.EXEMPT);
            BigDecimal r = BigDecimal.valueOf(taxed.size());
            BigDecimal bound = new BigDecimal("0.005")
                    .multiply(rate.multiply(r)
                            .add(new BigDecimal("1.31").multiply(BigDecimal.valueOf(lines.size())))
                            .add(r));
            BigDecimal gap = totals.total()
                    .amount()
                    .multiply(rate)
                    .subtract(totals.totalVes().amount())
                    .abs();
            assertThat(gap).isLessThanOrEqualTo(bound);
        }
    }

    private static List<Totals.Line> lines(SplittableRandom random) {
        List<Totals.Line> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            lines.add(new Totals.Line(
                    new Money(BigDecimal.valueOf(random.nextInt(1, 50_000), 2), Currency.USD),
                    Tax.values()[random.nextInt(Tax.values().length)]));
        }
        return lines;
    }

    private static Money sum(List<Money> amounts, Currency currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    private static Totals.Line general(String price) {
        return line(price, Tax.GENERAL);
    }

    private static Totals.Line line(String price, Tax tax) {
        return new Totals.Line(Money.usd(price), tax);
    }

    private static Totals totals(Terms terms, String discount, Totals.Line... lines) {
        return new Totals(List.of(lines), Money.usd(discount), terms);
    }
}
