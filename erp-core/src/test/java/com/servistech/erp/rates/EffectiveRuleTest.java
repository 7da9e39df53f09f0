package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.rates.BankingCalendar.Change;
import com.servistech.erp.rates.EffectiveRule.Due;
import com.servistech.erp.rates.EffectiveRule.Span;
import com.servistech.erp.rates.EffectiveRule.WeekendPolicy;
import com.servistech.erp.rates.EffectiveRule.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveRuleTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2034, 1, 1);

    /** The three weekends on which sources differ, with the value dates that each rule takes. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-13, NEXT_BANKING_DAY, 2025-09-16",
        "2025-09-13, LATEST_EFFECTIVE, 2025-09-12",
        "2025-09-15, NEXT_BANKING_DAY, 2025-09-16",
        "2025-09-15, LATEST_EFFECTIVE, 2025-09-12",
        "2025-09-27, NEXT_BANKING_DAY, 2025-09-29",
        "2025-12-27, LATEST_EFFECTIVE, 2025-12-26",
        "2025-12-24, NEXT_BANKING_DAY, 2025-12-26",
        "2025-03-01, NEXT_BANKING_DAY, 2025-03-05",
        "2024-04-19, NEXT_BANKING_DAY, 2024-04-22",
        "2026-11-24, LATEST_EFFECTIVE, 2026-11-24"
    })
    void aDayWithoutBanksTakesTheValueDateThatTheIssuersRuleSays(
            LocalDate day, WeekendPolicy policy, LocalDate expected) {
        EffectiveRule rule = new EffectiveRule(BankingCalendar.shipped(), policy);
        assertThat(rule.due(day, List.of()).valueDate()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void overTenYearsOfDaysEveryDayTakesItsOwnRateOrTheOneThatItsRuleNames(long seed) {
        Bank bank = new Bank(new Random(seed));
        for (WeekendPolicy policy : WeekendPolicy.values()) {
            EffectiveRule rule = new EffectiveRule(bank.calendar(), policy);
            for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
                Due due = rule.due(day, around(bank.published, day));
                assertThat(due.valueDate())
                        .as("seed %d, %s, %s", seed, policy, day)
                        .isEqualTo(bank.expected(day, policy));
                assertThat(due.why() == Why.VALUE_DATE).isEqualTo(bank.works(day));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whereTheBanksTablesSayWhenTheyWerePublishedNoHolidayNeedsToBeKnown(long seed) {
        Bank bank = new Bank(new Random(seed));
        BankingCalendar weekendsOnly = BankingCalendar.shipped().with(bank.forgotten());
        for (WeekendPolicy policy : WeekendPolicy.values()) {
            EffectiveRule rule = new EffectiveRule(weekendsOnly, policy);
            for (LocalDate day = FIRST; day.isBefore(LAST.minusDays(20)); day = day.plusDays(1)) {
                assertThat(rule.due(day, around(bank.published, day)).valueDate())
                        .as("seed %d, %s, %s", seed, policy, day)
                        .isEqualTo(bank.expected(day, policy));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aBankingDayWhoseRateNobodyReadIsMissingAndNeverTakesANeighbours(long seed) {
        Random random = new Random(seed);
        Bank bank = new Bank(random);
        List<Span> read = bank.published.stream()
                .filter(span -> random.nextInt(10) > 0)
                // the page alone does not say when it was published
                .map(span -> random.nextBoolean() ? span : new Span(null, span.value()))
                .toList();
        Set<LocalDate> known = new HashSet<>(read.stream().map(Span::value).toList());
        for (WeekendPolicy policy : WeekendPolicy.values()) {
            EffectiveRule rule = new EffectiveRule(bank.calendar(), policy);
            for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
                LocalDate due = rule.due(day, around(read, day)).valueDate();
                assertThat(due).as("seed %d, %s, %s", seed, policy, day).isEqualTo(bank.expected(day, policy));
                if (bank.works(day) && !known.contains(day)) {
                    assertThat(known).doesNotContain(due);
                }
            }
        }
    }

    @Test
    void theHolidaysOfThreeYearsShipAndTheNextYearsAreAdded() {
        BankingCalendar calendar = BankingCalendar.shipped();
        assertThat(calendar.knows(2024) && calendar.knows(2025) && calendar.knows(2026))
                .isTrue();
        assertThat(calendar.knows(2027)).isFalse();
        LocalDate epiphany = LocalDate.of(2027, 1, 11);
        BankingCalendar extended = calendar.with(List.of(new Change(epiphany, true, "SUDEBAN 2027")));
        assertThat(extended.knows(2027)).isTrue();
        assertThat(extended.isBankingDay(epiphany)).isFalse();
        assertThat(extended.with(List.of(new Change(epiphany, false, "SUDEBAN, corrected")))
                        .isBankingDay(epiphany))
                .isTrue();
        assertThat(calendar.isBankingDay(epiphany)).isTrue();
    }

    /** As the core reads them: only what lies within two weeks. */
    private static List<Span> around(List<Span> published, LocalDate day) {
        return published.stream()
                .filter(span -> !span.value().isBefore(day.minusDays(15))
                        && !span.value().isAfter(day.plusDays(15)))
                .toList();
    }

    /** Ten years of a bank that invents its holidays, and publishes each banking day for the next one. */
    private static final class Bank {

        private final Set<LocalDate> holidays = new HashSet<>();
        private final List<Span> published = new ArrayList<>();

        Bank(Random random) {
            for (LocalDate day = FIRST; day.isBefore(LAST.plusDays(15)); day = day.plusDays(1)) {
                if (!BankingCalendar.isWeekend(day) && random.nextInt(12) == 0) {
                    holidays.add(day);
                }
            }
            LocalDate operation = step(FIRST.minusDays(10), 1);
            while (operation.isBefore(LAST)) {
                LocalDate value = step(operation.plusDays(1), 1);
                published.add(new Span(operation, value));
                operation = value;
            }
        }

        boolean works(LocalDate day) {
            return !BankingCalendar.isWeekend(day) && !holidays.contains(day);
        }

        LocalDate expected(LocalDate day, WeekendPolicy policy) {
            return works(day) ? day : step(day, policy == WeekendPolicy.NEXT_BANKING_DAY ? 1 : -1);
        }

        BankingCalendar calendar() {
            List<Change> changes = new ArrayList<>(forgotten());
            holidays.forEach(day -> changes.add(new Change(day, true, "the test")));
            return BankingCalendar.shipped().with(changes);
        }

        /** Takes every holiday that ships back. */
        List<Change> forgotten() {
            List<Change> changes = new ArrayList<>();
            for (LocalDate day = FIRST.minusDays(15); day.isBefore(LAST.plusDays(15)); day = day.plusDays(1)) {
                if (BankingCalendar.shipped().isHoliday(day)) {
                    changes.add(new Change(day, false, "the test"));
                }
            }
            return changes;
        }

        private LocalDate step(LocalDate from, int direction) {
            LocalDate day = from;
            while (!works(day)) {
                day = day.plusDays(direction);
            }
            return day;
        }
    }
}
