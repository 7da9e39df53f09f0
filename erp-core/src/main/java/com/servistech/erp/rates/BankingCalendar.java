package com.servistech.erp.rates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which days banks work. Holidays are a table, not an algorithm: SUDEBAN announces each year's "lunes bancarios" by
 * notice. Years that are not in the table have weekends only.
 */
public final class BankingCalendar {

    private static final Set<LocalDate> HOLIDAYS = Stream.of(
                    "2025-01-01 2025-01-06 2025-01-13 2025-03-03 2025-03-04 2025-03-19 2025-04-17 2025-04-18",
                    "2025-05-01 2025-06-02 2025-06-16 2025-06-23 2025-06-24 2025-07-24 2025-08-18 2025-09-15",
                    "2025-11-24 2025-12-08 2025-12-24 2025-12-25 2025-12-31",
                    "2026-01-01 2026-01-12 2026-01-19 2026-02-16 2026-02-17 2026-03-19 2026-04-02 2026-04-03",
                    "2026-05-01 2026-05-18 2026-06-08 2026-06-24 2026-06-29 2026-07-24 2026-09-14 2026-10-12",
                    "2026-10-26 2026-11-23 2026-12-14 2026-12-24 2026-12-25 2026-12-31")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private BankingCalendar() {}

    public static boolean isBankingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }

    /** The day itself, or the first banking day after it. */
    public static LocalDate sameOrNext(LocalDate day) {
        LocalDate candidate = day;
        while (!isBankingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The day itself, or the last banking day before it. */
    public static LocalDate sameOrPrevious(LocalDate day) {
        LocalDate candidate = day;
        while (!isBankingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }
}
