package com.servistech.erp.commissions.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any figures; each seed is a case that can be done again. */
class RulePropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSharesOfAPoolAddUpToThePool(long seed) {
        Random random = new Random(seed);
        List<Team.Member> members = new ArrayList<>();
        BigDecimal left = BigDecimal.valueOf(100);
        int people = 1 + random.nextInt(5);
        for (int i = 0; i < people; i++) {
            BigDecimal share = i == people - 1
                    ? left
                    : BigDecimal.valueOf(1 + random.nextInt(180_000), 4).min(left.subtract(BigDecimal.ONE));
            members.add(new Team.Member(new UUID(0, i), share));
            left = left.subtract(share);
        }
        GrossProfit profit = new GrossProfit(amount(random), amount(random));
        for (Terms.NegativeProfit onLoss : Terms.NegativeProfit.values()) {
            Money sum = sum(new Team(Team.Mode.POOL, members)
                    .divide(profit, person -> new BigDecimal("35"), onLoss).stream()
                            .map(Team.Part::amount)
                            .toList());
            assertThat(sum).isEqualTo(profit.commission(new BigDecimal("35"), onLoss));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverOrderThingsHappenInTheEntriesAddUpToWhatIsDueAtTheEnd(long seed) {
        Random random = new Random(seed);
        List<Money> entries = new ArrayList<>();
        Money last = Money.zero(Currency.USD);
        for (int i = 0; i < 10; i++) {
            last = amount(random);
            Recompute.difference(last, entries).ifPresent(entries::add);
            assertThat(Recompute.difference(last, entries)).isEmpty();
        }
        assertThat(sum(entries)).isEqualTo(last);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMonthPaysNothingNegativeLosesNothingAndTakesNoMoreThanTheCap(long seed) {
        Random random = new Random(seed);
        for (Terms.CapScope scope : Terms.CapScope.values()) {
            Money carry = Money.zero(Currency.USD);
            for (int month = 0; month < 12; month++) {
                Money earned = amount(random);
                Money debited = random.nextBoolean()
                        ? Money.zero(Currency.USD)
                        : amount(random).negated();
                Pay pay = new Pay(earned, debited, carry, scope);
                assertThat(pay.pay().isNegative()).isFalse();
                assertThat(pay.closingCarry().isPositive()).isFalse();
                assertThat(pay.pay().plus(pay.closingCarry()))
                        .isEqualTo(earned.plus(debited).plus(carry));
                assertThat(pay.recovered()).isLessThanOrEqualTo(pay.cap());
                if (scope == Terms.CapScope.ALL_DEBITS) {
                    assertThat(pay.pay()).isGreaterThanOrEqualTo(earned.minus(pay.cap()));
                }
                carry = pay.closingCarry();
            }
        }
    }

    private static Money amount(Random random) {
        return new Money(BigDecimal.valueOf(random.nextInt(20_000), 2), Currency.USD);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(Currency.USD), Money::plus);
    }
}
