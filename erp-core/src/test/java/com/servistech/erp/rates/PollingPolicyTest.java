package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the bank is asked and when its rate is late. Tuesday 24 November 2026 is a banking day, Monday 23 is not. */
class PollingPolicyTest {

    private static final PollingPolicy POLICY = new PollingPolicy(BankingCalendar.shipped());

    @ParameterizedTest(name = "at {0}, knowing {1}, asked {2}: {3}")
    @CsvSource({
        "2026-11-24T14:29, 2026-11-24, , false",
        "2026-11-24T14:30, 2026-11-24, , true",
        "2026-11-24T14:44, 2026-11-24, 2026-11-24T14:30, false",
        "2026-11-24T14:45, 2026-11-24, 2026-11-24T14:30, true",
        "2026-11-24T16:00, 2026-11-25, 2026-11-24T15:45, false",
        "2026-11-24T22:00, 2026-11-24, 2026-11-24T21:45, true",
        "2026-11-24T22:01, 2026-11-24, 2026-11-24T21:00, false",
        "2026-11-25T00:09, 2026-11-24, 2026-11-24T22:00, false",
        "2026-11-25T00:10, 2026-11-24, 2026-11-24T22:00, true",
        "2026-11-25T00:10, 2026-11-25, 2026-11-24T22:00, false",
        "2026-11-25T05:59, 2026-11-24, 2026-11-25T00:10, false",
        "2026-11-25T06:00, 2026-11-24, 2026-11-25T00:10, true",
        "2026-11-25T08:00, 2026-11-24, 2026-11-25T06:00, true",
        "2026-11-25T09:00, 2026-11-24, 2026-11-25T08:00, false",
        "2026-11-22T12:05, 2026-11-20, 2026-11-22T06:00, true",
        "2026-11-22T12:05, 2026-11-24, 2026-11-22T06:00, true",
        "2026-11-22T12:05, 2026-11-25, 2026-11-22T06:00, false",
        "2026-11-23T15:00, 2026-11-24, 2026-11-23T12:00, false"
    })
    void theBankIsAskedWhenItMayHavePublished(
            LocalDateTime now, LocalDate newest, LocalDateTime asked, boolean expected) {
        assertThat(POLICY.isDue(now, newest, asked)).isEqualTo(expected);
    }

    @Test
    void aWholeDayOnWhichTheBankPublishesAtFourAsksSevenTimes() {
        List<LocalDateTime> asked = new ArrayList<>();
        LocalDate newest = LocalDate.of(2026, 11, 24);
        LocalDateTime now = LocalDate.of(2026, 11, 24).atStartOfDay();
        for (int minute = 0; minute < 24 * 60; minute++, now = now.plusMinutes(1)) {
            LocalDateTime last = asked.isEmpty() ? null : asked.get(asked.size() - 1);
            if (POLICY.isDue(now, newest, last)) {
                asked.add(now);
                if (now.getHour() >= 16) {
                    newest = LocalDate.of(2026, 11, 25);
                }
            }
        }
        assertThat(asked).hasSize(7);
        assertThat(asked.get(6)).isEqualTo(LocalDateTime.of(2026, 11, 24, 16, 0));
    }

    @Test
    void aWholeDayOnWhichTheBankIsSilentAsksThirtyOneTimesAndNoMore() {
        int asked = 0;
        LocalDateTime last = null;
        LocalDateTime now = LocalDate.of(2026, 11, 24).atStartOfDay();
        for (int minute = 0; minute < 24 * 60; minute++, now = now.plusMinutes(1)) {
            if (POLICY.isDue(now, LocalDate.of(2026, 11, 24), last)) {
                last = now;
                asked++;
            }
        }
        assertThat(asked).isEqualTo(31);
    }

    @ParameterizedTest(name = "at {0}, knowing {1}: {2}, expecting {3}")
    @CsvSource({
        "2026-11-24T09:00, 2026-11-24, FRESH, 2026-11-24",
        "2026-11-24T19:59, 2026-11-24, FRESH, 2026-11-24",
        "2026-11-24T20:00, 2026-11-24, LATE, 2026-11-25",
        "2026-11-24T20:00, 2026-11-25, FRESH, 2026-11-25",
        "2026-11-25T00:00, 2026-11-24, MISSING, 2026-11-25",
        "2026-11-21T12:00, 2026-11-24, FRESH, 2026-11-24",
        "2026-11-21T12:00, 2026-11-20, MISSING, 2026-11-24",
        "2026-11-23T21:00, 2026-11-24, FRESH, 2026-11-24",
        "2026-11-24T09:00, , MISSING, 2026-11-24"
    })
    void aRateIsLateByTheCalendarAndTheClockInCaracas(
            LocalDateTime now, LocalDate newest, Freshness.Level level, LocalDate expected) {
        Freshness freshness = Freshness.of(newest, now, BankingCalendar.shipped());
        assertThat(freshness.level()).isEqualTo(level);
        assertThat(freshness.expected()).isEqualTo(expected);
    }
}
