package com.servistech.erp.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which minutes jobs are due: what the product promises, and what calendars and clocks do to it. */
class ScheduleTest {

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Monday to Saturday are 23 to 28 November 2026. */
    @ParameterizedTest
    @CsvSource({
        "bcv-rates, 2, 0, 08:00, 13:00",
        "binance-rates, 25, 0, 07:00, 19:00",
        "database-backup, 1, 1, 02:00, 02:00",
        "backup-cleanup, 1, 1, 04:00, 04:00",
        "commissions, 1, 1, 23:59, 23:59",
        "health-report, 1, 1, 09:00, 09:00"
    })
    void aJobIsDueAtTheMinutesThatThePromiseNames(String job, int weekday, int sunday, String first, String last) {
        Schedule schedule = Catalogue.standard().get(job).schedule();

        for (int day = 23; day <= 28; day++) {
            List<LocalDateTime> fires = fires(schedule, "2026-11-%d".formatted(day));
            assertThat(fires).hasSize(weekday);
            assertThat(fires.get(0).toLocalTime()).hasToString(first);
            assertThat(fires.get(fires.size() - 1).toLocalTime()).hasToString(last);
        }
        assertThat(fires(schedule, "2026-11-29")).hasSize(sunday);
    }

    @Test
    void theFullBackupIsTakenOnSundaysAtThreeAndProvenAtFive() {
        assertOnSunday("full-backup", "2026-11-29T03:00");
        assertOnSunday("backup-proof", "2026-11-29T05:00");
    }

    private static void assertOnSunday(String job, String at) {
        Schedule schedule = Catalogue.standard().get(job).schedule();
        assertThat(fires(schedule, "2026-11-28")).isEmpty();
        assertThat(fires(schedule, "2026-11-29")).containsExactly(LocalDateTime.parse(at));
        assertThat(fires(schedule, "2026-11-30")).isEmpty();
    }

    @Test
    void j10ATimeThatTheClocksLeaveOutIsDueWhenTheGapEndsAndOnce() {
        Schedule nightly = Schedule.of(NEW_YORK, "30 2 * * *");

        assertThat(nightly.between(at("2026-03-07T12:00:00Z"), at("2026-03-10T12:00:00Z"), 10))
                .containsExactly(at("2026-03-08T07:00:00Z"), at("2026-03-09T06:30:00Z"), at("2026-03-10T06:30:00Z"));
    }

    @Test
    void j10ATimeThatTheClocksRepeatIsDueTheFirstTimeOnly() {
        Schedule nightly = Schedule.of(NEW_YORK, "30 1 * * *");

        assertThat(nightly.between(at("2026-10-31T12:00:00Z"), at("2026-11-02T12:00:00Z"), 10))
                .containsExactly(at("2026-11-01T05:30:00Z"), at("2026-11-02T06:30:00Z"));
    }

    @Test
    void j11MonthEndsLeapDaysAndTheTurnOfTheYearAreDaysLikeOthers() {
        Schedule nightly = Catalogue.standard().get("commissions").schedule();

        assertThat(fires(nightly, "2028-02-29")).hasSize(1);
        assertThat(fires(nightly, "2026-12-31")).containsExactly(LocalDateTime.parse("2026-12-31T23:59"));
        assertThat(nightly.next(at("2027-01-01T03:59:00Z"))).contains(at("2027-01-02T03:59:00Z"));
        assertThat(Schedule.of(CARACAS, "0 6 31 * *")
                        .between(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"), 20))
                .hasSize(7);
        assertThat(Schedule.of(CARACAS, "0 6 29 2 *").next(at("2026-01-01T00:00:00Z")))
                .contains(at("2028-02-29T10:00:00Z"));
    }

    @Test
    void aLineThatIsNotCronIsNamed() {
        assertThatThrownBy(() -> Schedule.of(CARACAS, "0 25 * * *"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 25 * * *");
        assertThatThrownBy(() -> Schedule.of(CARACAS, "often")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJobWithoutALineIsNeverDue() {
        assertThat(Schedule.of(CARACAS).next(at("2026-01-01T00:00:00Z"))).isEmpty();
    }

    private static List<LocalDateTime> fires(Schedule schedule, String day) {
        Instant midnight = LocalDateTime.parse(day + "T00:00").atZone(CARACAS).toInstant();
        return schedule.between(midnight.minusSeconds(1), midnight.plusSeconds(86_399), 200).stream()
                .map(instant -> LocalDateTime.ofInstant(instant, CARACAS))
                .toList();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
