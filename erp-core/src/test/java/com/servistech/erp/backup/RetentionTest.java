package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.backup.Retention.Aged;
import com.servistech.erp.backup.Retention.Plan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is removed, over years of good and bad nights; the numbers are those of docs/backups.md. */
class RetentionTest {

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");
    private static final LocalDate BEGIN = LocalDate.of(2027, 11, 20);

    private final List<Aged> backups = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** Two years that contain a leap day, two turns of the year and months of every length. */
    @ParameterizedTest
    @MethodSource("seeds")
    void b31whateverHappensTheNewestProvenStaysAndEveryTierIsFilled(int seed) {
        Random random = new Random(seed);
        LocalDate monthly = null;
        int removed = 0;
        for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusYears(2)); day = day.plusDays(1)) {
            // bad weeks come in one go, as they do
            boolean bad = random.nextInt(40) == 0 || seed % 4 == 0 && day.getDayOfYear() % 90 < 5;
            Instant night = night(day, 2);
            if (!bad) {
                add(Tier.DAILY, night, state(random), random.nextInt(200) == 0);
                if (monthly == null || !YearMonth.from(monthly).equals(YearMonth.from(day))) {
                    add(Tier.MONTHLY, night, state(random), false);
                    monthly = day;
                }
                if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    add(Tier.WEEKLY, night(day, 3), state(random), false);
                }
            }
            removed += expireOn(night(day, 4));
        }
        assertThat(removed).as("a rule that removes nothing is none").isGreaterThan(300);
        assertThat(count(Tier.DAILY)).isBetween(20L, 80L);
        assertThat(count(Tier.WEEKLY)).isBetween(8L, 20L);
        assertThat(count(Tier.MONTHLY)).isBetween(11L, 15L);
    }

    private int expireOn(Instant now) {
        Plan plan = Retention.plan(backups, now);
        List<Aged> remove =
                backups.stream().filter(b -> plan.remove().contains(b.id())).toList();
        assertThat(remove).hasSameSizeAs(plan.remove());
        Optional<Aged> proven = newestProven();
        assertThat(remove).noneMatch(Aged::pinned);
        proven.ifPresent(newest -> assertThat(remove).doesNotContain(newest));
        assertThat(remove).allSatisfy(gone -> {
            assertThat(proven).hasValueSatisfying(p -> assertThat(p.startedAt()).isAfter(gone.startedAt()));
            LocalDate today = LocalDate.ofInstant(now, CARACAS);
            assertThat(today).isAfterOrEqualTo(gone.tier().expiryOf(LocalDate.ofInstant(gone.startedAt(), CARACAS)));
        });
        if (plan.frozen().isPresent()) {
            assertThat(remove).isEmpty();
        }
        backups.removeAll(remove);
        assertThat(Retention.plan(backups, now).remove())
                .as("a second time there is nothing left to do")
                .isEmpty();
        return remove.size();
    }

    @Test
    void b32nothingIsRemovedWhileBackupsFail() {
        add(Tier.DAILY, night(BEGIN, 2), BackupState.PROVEN, false);
        add(Tier.DAILY, night(BEGIN.plusDays(1), 2), BackupState.PROVEN, false);
        Plan late = Retention.plan(backups, night(BEGIN.plusDays(100), 4));
        assertThat(late.frozen()).hasValue("there is no backup of the last 36 hours");
        assertThat(late.remove()).isEmpty();

        add(Tier.DAILY, night(BEGIN.plusDays(100), 2), BackupState.SUSPECT, false);
        assertThat(Retention.plan(backups, night(BEGIN.plusDays(100), 4)).frozen())
                .hasValue("the newest backup is suspect");
        add(Tier.DAILY, night(BEGIN.plusDays(101), 2), BackupState.PROVEN, false);
        assertThat(Retention.plan(backups, night(BEGIN.plusDays(101), 4)).remove())
                .hasSize(2);
    }

    @Test
    void b32nothingIsRemovedBeforeAnythingWasProven() {
        IntStream.range(0, 90)
                .forEach(day -> add(Tier.DAILY, night(BEGIN.plusDays(day), 2), BackupState.COMPLETED, false));
        Plan plan = Retention.plan(backups, night(BEGIN.plusDays(89), 4));
        assertThat(plan.frozen()).hasValue("no backup was ever proven");
        assertThat(plan.remove()).isEmpty();
    }

    @Test
    void b33fewerBackupsThanAreKeptAllStay() {
        assertThat(Retention.plan(List.of(), night(BEGIN, 4)).remove()).isEmpty();
        add(Tier.DAILY, night(BEGIN, 2), BackupState.PROVEN, false);
        assertThat(Retention.plan(backups, night(BEGIN, 4)).remove()).isEmpty();
    }

    @Test
    void b43aDailyGoesAfterThirtyDaysOfTheCalendarOfCaracasAcrossTheTurnOfTheYear() {
        LocalDate old = LocalDate.of(2027, 12, 15);
        add(Tier.DAILY, night(old, 2), BackupState.PROVEN, false);
        add(Tier.DAILY, night(old.plusDays(30), 2), BackupState.PROVEN, false);
        assertThat(Retention.plan(backups, night(old.plusDays(30), 23)).remove())
                .isEmpty();
        // four in the morning of UTC is still the day before in Caracas
        assertThat(Retention.plan(backups, old.plusDays(31).atTime(3, 59).toInstant(java.time.ZoneOffset.UTC))
                        .remove())
                .isEmpty();
        assertThat(Retention.plan(backups, night(old.plusDays(31), 4)).remove()).hasSize(1);
    }

    @Test
    void b43aMonthlyOfALeapDayGoesAYearLater() {
        add(Tier.MONTHLY, night(LocalDate.of(2028, 2, 29), 2), BackupState.PROVEN, false);
        add(Tier.MONTHLY, night(LocalDate.of(2029, 2, 28), 2), BackupState.PROVEN, false);
        assertThat(Retention.plan(backups, night(LocalDate.of(2029, 2, 28), 4)).remove())
                .isEmpty();
        assertThat(Retention.plan(backups, night(LocalDate.of(2029, 3, 1), 4)).remove())
                .hasSize(1);
    }

    private void add(Tier tier, Instant at, BackupState state, boolean pinned) {
        backups.add(new Aged(UUID.randomUUID(), tier, at, state, pinned));
    }

    private Optional<Aged> newestProven() {
        return backups.stream()
                .filter(b -> b.state() == BackupState.PROVEN)
                .max(Comparator.comparing(Aged::startedAt).thenComparing(Aged::id));
    }

    private long count(Tier tier) {
        return backups.stream().filter(b -> b.tier() == tier && !b.pinned()).count();
    }

    private static BackupState state(Random random) {
        int dice = random.nextInt(12);
        return dice == 0 ? BackupState.SUSPECT : dice < 4 ? BackupState.COMPLETED : BackupState.PROVEN;
    }

    private static Instant night(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(CARACAS).toInstant().plus(Duration.ofMinutes(1));
    }
}
