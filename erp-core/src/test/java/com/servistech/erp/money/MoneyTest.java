package com.servistech.erp.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Problems;
import com.servistech.erp.error.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    /** Ties at which half-even would round the other way. */
    @ParameterizedTest
    @CsvSource({"3, 1.50, 0.05", "3, 117.50, 3.53", "35, 61.50, 21.53", "10, 12.45, 1.25"})
    void halfACentIsRoundedUp(String percent, String whole, String share) {
        assertThat(Percent.of(percent).of(Money.usd(whole))).isEqualTo(Money.usd(share));
        assertThat(Percent.of(percent).of(Money.usd(whole).negated()))
                .isEqualTo(Money.usd(share).negated());
    }

    @Test
    void anAmountHasNoMoreThanTwoDecimalsAndEqualAmountsAreEqual() {
        assertThat(Money.usd("12.5")).isEqualTo(Money.usd("12.500")).hasToString("12.50 USD");
        assertThatThrownBy(() -> Money.usd("0.001")).isInstanceOf(Refused.class);
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatThrownBy(() -> Money.usd("1").plus(Money.ves("1"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Money.usd("1").compareTo(Money.ves("1"))).isInstanceOf(Refused.class);
        assertThat(Money.usd("1")).isNotEqualTo(Money.of("1", Currency.USDT));
    }

    @Test
    void aRateIsUsedWithAllItsDecimals() {
        assertThat(Money.usd("116.00").convertedAt(new BigDecimal("872.39270001"), Currency.VES))
                .isEqualTo(Money.ves("101197.55"));
        assertThat(Money.usd("1000000.00").convertedAt(new BigDecimal("872.39270001"), Currency.VES))
                .isEqualTo(Money.ves("872392700.01"));
    }

    @Test
    void whateverIsAllocatedAddsUpToTheCentAndNobodyIsMoreThanACentFromTheirShare() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 5_000; round++) {
            Money whole = new Money(BigDecimal.valueOf(random.nextLong(1, 10_000_000), 2), Currency.USD);
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                weights.add(BigDecimal.valueOf(random.nextLong(1, 100_000), 2));
            }
            BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Money> shares = whole.allocatedBy(weights);
            assertThat(shares.stream().reduce(Money.zero(Currency.USD), Money::plus))
                    .isEqualTo(whole);
            for (int i = 0; i < weights.size(); i++) {
                BigDecimal exact = whole.amount().multiply(weights.get(i));
                BigDecimal off =
                        shares.get(i).amount().multiply(total).subtract(exact).abs();
                assertThat(off).isLessThan(total.movePointLeft(2));
            }
        }
    }

    @Test
    void centsThatRoundingLeavesGoToTheLargestRemainders() {
        List<BigDecimal> thirds = List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
        assertThat(Money.usd("0.05").allocatedBy(thirds))
                .containsExactly(Money.usd("0.02"), Money.usd("0.02"), Money.usd("0.01"));
    }

    @Test
    void aDebtPaidInBolivaresOfManyDaysLosesNoCent() {
        OpenDebt debt = OpenDebt.of(Money.usd("100.00"));
        BigDecimal rate = new BigDecimal("876.7976");
        for (int day = 0; day < 9; day++) {
            debt = debt.less(Rounding.divide(new BigDecimal("1000.00"), rate));
        }
        assertThat(debt.dueInVes(rate)).isEqualTo(Money.ves("78679.76"));
    }

    @ParameterizedTest
    @CsvSource({
        "5.00, VES, /price/currency money.currency",
        "-0.01, USD, /price/amount number.negative",
        "1000000000.01, USD, /price/amount number.range"
    })
    void anAmountThatCannotBeIsRefusedAtItsPlace(String amount, Currency currency, String place) {
        Problems problems = new Problems();
        assertThat(AmountRule.notNegative("/price", Money.of(amount, currency), Currency.USD, problems))
                .isFalse();
        assertThatThrownBy(problems::refuseIfAny)
                .isInstanceOfSatisfying(
                        com.servistech.erp.error.Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.pointer() + " " + p.code())
                                .containsExactly(place));
    }

    @Test
    void whatBolivaresBuyIsRoundedOnceAndNotFirstToTheDecimalsOfADebt() {
        // 7.9449999983: of eight decimals it would be 7.94500000, and of those two 7.95
        assertThat(Money.ves("6931.16").boughtAt(new BigDecimal("872.3927"), Currency.USD))
                .isEqualTo(Money.usd("7.94"));
        assertThat(Money.ves("101197.55").boughtAt(new BigDecimal("876.7976"), Currency.USD))
                .isEqualTo(Money.usd("115.42"));
    }
}
