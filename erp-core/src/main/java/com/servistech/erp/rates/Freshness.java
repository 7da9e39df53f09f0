package com.servistech.erp.rates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Whether the official rate is as new as it should be, by the banking calendar and the clock in Caracas.
 *
 * @param valueDate the newest value date that is known; null when none is
 * @param expected the value date that should be known by now
 */
public record Freshness(Level level, LocalDate valueDate, LocalDate expected) {

    /** How bad it is. */
    public enum Level {
        /** As new as it can be. */
        FRESH,
        /** The next value date is not there at 20:00, when nine of ten are. */
        LATE,
        /** The value date that counts today is missing. */
        MISSING
    }

    private static final LocalTime LATE_FROM = LocalTime.of(20, 0);

    public static Freshness of(LocalDate newest, LocalDateTime now, BankingCalendar calendar) {
        LocalDate today = now.toLocalDate();
        LocalDate counting = calendar.sameOrNext(today);
        boolean evening = calendar.isBankingDay(today) && !now.toLocalTime().isBefore(LATE_FROM);
        LocalDate expected = evening ? calendar.next(today) : counting;
        if (newest == null || newest.isBefore(counting)) {
            return new Freshness(Level.MISSING, newest, counting);
        }
        return new Freshness(newest.isBefore(expected) ? Level.LATE : Level.FRESH, newest, expected);
    }
}
