package com.servistech.erp.rates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * On which days banks work (días hábiles bancarios). Holidays are data and not an algorithm: SUDEBAN moves feasts to
 * "lunes bancarios" by a yearly notice. The years that ship are in {@code banking-calendar.csv}, each day with how it is
 * known; later ones are added by {@link Rates#addHoliday}. Immutable.
 */
public final class BankingCalendar {

    /**
     * A change to the calendar.
     *
     * @param closed whether banks stay closed on that weekday; false takes a holiday back
     * @param source who announced it
     */
    public record Change(LocalDate day, boolean closed, String source) {}

    private static final BankingCalendar SHIPPED = read();

    private final TreeMap<LocalDate, String> closed;

    private BankingCalendar(TreeMap<LocalDate, String> closed) {
        this.closed = closed;
    }

    /** The calendar that ships with the ERP. */
    public static BankingCalendar shipped() {
        return SHIPPED;
    }

    /** This calendar with changes applied in their order. */
    public BankingCalendar with(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        TreeMap<LocalDate, String> changed = new TreeMap<>(closed);
        for (Change change : changes) {
            if (change.closed()) {
                changed.put(change.day(), change.source());
            } else {
                changed.remove(change.day());
            }
        }
        return new BankingCalendar(changed);
    }

    public boolean isBankingDay(LocalDate day) {
        return !isWeekend(day) && !closed.containsKey(day);
    }

    /** Whether the day is a weekday on which banks stay closed. */
    public boolean isHoliday(LocalDate day) {
        return closed.containsKey(day);
    }

    /** Whether any holiday of that year is known: before the yearly notice is entered, only weekends are. */
    public boolean knows(int year) {
        Map.Entry<LocalDate, String> first = closed.ceilingEntry(LocalDate.of(year, 1, 1));
        return first != null && first.getKey().getYear() == year;
    }

    /** The day itself, or the first banking day after it. */
    public LocalDate sameOrNext(LocalDate day) {
        LocalDate candidate = day;
        while (!isBankingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The day itself, or the last banking day before it. */
    public LocalDate sameOrPrevious(LocalDate day) {
        LocalDate candidate = day;
        while (!isBankingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** The first banking day after the day. */
    public LocalDate next(LocalDate day) {
        return sameOrNext(day.plusDays(1));
    }

    /** The last banking day before the day. */
    public LocalDate previous(LocalDate day) {
        return sameOrPrevious(day.minusDays(1));
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static BankingCalendar read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BankingCalendar.class.getResourceAsStream("banking-calendar.csv"), StandardCharsets.UTF_8))) {
            TreeMap<LocalDate, String> days = new TreeMap<>();
            lines.lines()
                    .filter(line -> line.startsWith("20"))
                    .map(line -> line.split(",", 2))
                    .forEach(cells -> days.put(LocalDate.parse(cells[0]), cells[1]));
            return new BankingCalendar(days);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
