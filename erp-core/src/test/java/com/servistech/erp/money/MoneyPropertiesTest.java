package com.servistech.erp.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every amount, over all of them or over very many of a fixed seed. */
class MoneyPropertiesTest {

    /** Over every base from 0.00 to 99.99: how often half a cent comes up, and how often half-even would differ. */
    @ParameterizedTest
    @CsvSource({"16, 0, 0", "8, 0, 0", "3, 100, 50", "35, 500, 250", "10, 1000, 500", "75, 2500, 1250"})
    void theRoundingModesDifferOnExactlyTheKnownTies(String percent, int ties, int different) {
        Percent share = Percent.of(percent);
        List<Money> bases = IntStream.range(0, 10_000)
                .mapToObj(cents -> new Money(BigDecimal.valueOf(cents, 2), Currency.USD))
                .toList();
        assertThat(bases.stream().filter(base -> isTie(base, share))).hasSize(ties);
        assertThat(bases.stream()
                        .filter(base ->
                                !CentRule.HALF_UP.share(base, share).equals(CentRule.HALF_EVEN.share(base, share))))
                .hasSize(different);
        assertThat(bases).allSatisfy(base -> assertThat(share.of(base)).isEqualTo(CentRule.HALF_UP.share(base, share)));
    }

    @Test
    void aTieIsAlwaysRoundedAwayFromZeroOnBothSidesOfIt() {
        for (int cents = 1; cents < 10_000; cents += 2) {
            BigDecimal half = BigDecimal.valueOf(cents * 5L, 3);
            Money up = Money.rounded(half, Currency.USD);
            assertThat(up.amount()).isEqualByComparingTo(BigDecimal.valueOf((cents + 1) / 2, 2));
            assertThat(Money.rounded(half.negate(), Currency.USD)).isEqualTo(up.negated());
        }
    }

    @Test
    void roundingIsNeverMoreThanHalfACentAway() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 20_000; round++) {
            BigDecimal exact = BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 8);
            assertThat(Money.rounded(exact, Currency.VES).amount()).isCloseTo(exact, within(new BigDecimal("0.005")));
        }
    }

    @Test
    void anAllocationLosesNoCentIsFairAndKeepsTheOrderOfWeights() {
        SplittableRandom random = new SplittableRandom(29);
        for (int round = 0; round < 5_000; round++) {
            Money whole = new Money(BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 2), Currency.USD);
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                weights.add(BigDecimal.valueOf(random.nextLong(0, 5_000), 2));
            }
            weights.add(BigDecimal.ONE);
            List<Money> shares = whole.allocatedBy(weights);
            assertThat(shares.stream().reduce(Money.zero(Currency.USD), Money::plus))
                    .isEqualTo(whole);
            BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int i = 0; i < shares.size(); i++) {
                BigDecimal exact = whole.amount().multiply(weights.get(i));
                assertThat(shares.get(i)
                                .amount()
                                .multiply(total)
                                .subtract(exact)
                                .abs())
                        .isLessThan(total.movePointLeft(2));
                for (int j = 0; j < shares.size(); j++) {
                    if (weights.get(i).compareTo(weights.get(j)) > 0) {
                        assertThat(shares.get(i).amount().abs())
                                .isGreaterThanOrEqualTo(shares.get(j).amount().abs());
                    }
                }
            }
        }
    }

    @Test
    void equalRemaindersGoToTheFirst() {
        assertThat(Money.usd("0.10").allocatedBy(java.util.Collections.nCopies(4, BigDecimal.ONE)))
                .containsExactly(Money.usd("0.03"), Money.usd("0.03"), Money.usd("0.02"), Money.usd("0.02"));
    }

    @Test
    void aRateKeepsAllItsDecimalsUntilTheOneRounding() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 10_000; round++) {
            Money usd = new Money(BigDecimal.valueOf(random.nextLong(0, 100_000_000), 2), Currency.USD);
            BigDecimal rate = BigDecimal.valueOf(random.nextLong(1, 100_000_000_000L), 8);
            BigDecimal exact = usd.amount().multiply(rate);
            assertThat(usd.convertedAt(rate, Currency.VES).amount())
                    .isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** The worked example of a debt paid in two parts at a later rate: cents alone would lose 3.77 bolívares. */
    @Test
    void aDebtKeepsEightDecimalsBetweenTwoPaymentsInBolivares() {
        BigDecimal later = new BigDecimal("876.7976");
        OpenDebt debt = OpenDebt.of(Money.usd("116.00"));
        assertThat(debt.dueInVes(later)).isEqualTo(Money.ves("101708.52"));
        OpenDebt rest = debt.less(Rounding.divide(new BigDecimal("50000.00"), later));
        assertThat(rest.usd()).isEqualByComparingTo("58.97429646");
        assertThat(rest.dueInVes(later)).isEqualTo(Money.ves("51708.52"));
        assertThat(OpenDebt.of(rest.shown()).dueInVes(later)).isEqualTo(Money.ves("51704.75"));
    }

    /** The eighth decimal of each part may move the last cent when the rest lies on a tie; nothing more, however many parts. */
    @Test
    void howeverADebtIsPaidInPartsTheSumIsTheWholeDebtWithinACent() {
        SplittableRandom random = new SplittableRandom(37);
        for (int round = 0; round < 3_000; round++) {
            OpenDebt debt =
                    OpenDebt.of(new Money(BigDecimal.valueOf(random.nextLong(100, 1_000_000), 2), Currency.USD));
            BigDecimal rate = BigDecimal.valueOf(random.nextLong(10_000_000_000L, 100_000_000_000L), 8);
            Money whole = debt.dueInVes(rate);
            Money paid = Money.zero(Currency.VES);
            for (int part = random.nextInt(0, 6); part > 0; part--) {
                BigDecimal due = debt.dueInVes(rate).amount();
                Money tender = new Money(
                        due.multiply(BigDecimal.valueOf(random.nextInt(1, 90), 2))
                                .setScale(2, RoundingMode.DOWN),
                        Currency.VES);
                debt = debt.less(Rounding.divide(tender.amount(), rate));
                paid = paid.plus(tender);
            }
            assertThat(paid.plus(debt.dueInVes(rate)).amount())
                    .isCloseTo(whole.amount(), within(new BigDecimal("0.01")));
        }
    }

    private static boolean isTie(Money base, Percent percent) {
        return base.amount()
                        .multiply(percent.value())
                        .movePointRight(2)
                        .remainder(BigDecimal.valueOf(100))
                        .compareTo(BigDecimal.valueOf(50))
                == 0;
    }
}
