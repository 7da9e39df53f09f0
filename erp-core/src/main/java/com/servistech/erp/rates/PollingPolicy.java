package com.servistech.erp.rates;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * When the bank is asked, in Caracas time. On a banking day every quarter of an hour from 14:30, when the earliest
 * publication was seen, to 22:00, until the next value date is known; at 00:10, 06:00 and 08:00 when the value date
 * that counts is missing; and every six hours while banks are closed.
 */
public final class PollingPolicy {

    private static final LocalTime FIRST = LocalTime.of(14, 30);
    private static final LocalTime LAST = LocalTime.of(22, 0);
    private static final Duration OFTEN = Duration.ofMinutes(15);
    private static final List<LocalTime> WHEN_MISSING =
            List.of(LocalTime.of(0, 10), LocalTime.of(6, 0), LocalTime.of(8, 0));
    private static final List<LocalTime> WHILE_CLOSED =
            List.of(LocalTime.of(0, 10), LocalTime.of(6, 0), LocalTime.of(12, 0), LocalTime.of(18, 0));

    private final BankingCalendar calendar;

    public PollingPolicy(BankingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Whether to ask now.
     *
     * @param now in Caracas
     * @param newest the newest accepted value date, null when none is known
     * @param lastAsked in Caracas, null when never
     */
    public boolean isDue(LocalDateTime now, LocalDate newest, LocalDateTime lastAsked) {
        LocalDate today = now.toLocalDate();
        if (newest != null && newest.isAfter(calendar.sameOrNext(today))) {
            return false;
        }
        boolean missing = newest == null || newest.isBefore(calendar.sameOrNext(today));
        if (!calendar.isBankingDay(today)) {
            return reached(WHILE_CLOSED, now, lastAsked);
        }
        LocalTime time = now.toLocalTime();
        boolean publishing = !time.isBefore(FIRST) && !time.isAfter(LAST);
        if (publishing) {
            return lastAsked == null || !lastAsked.plus(OFTEN).isAfter(now);
        }
        return missing && reached(WHEN_MISSING, now, lastAsked);
    }

    /** The newest of the day's moments has passed and nobody has asked since. */
    private static boolean reached(List<LocalTime> moments, LocalDateTime now, LocalDateTime lastAsked) {
        LocalDateTime newest = null;
        for (LocalTime moment : moments) {
            LocalDateTime at = now.toLocalDate().atTime(moment);
            if (!at.isAfter(now)) {
                newest = at;
            }
        }
        return newest != null && (lastAsked == null || lastAsked.isBefore(newest));
    }
}
