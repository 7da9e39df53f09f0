package com.servistech.erp.commissions.rule;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** A month of commissions, by Venezuelan business days. */
public record Period(YearMonth month) implements Comparable<Period> {

    /** @throws Invalid {@code commissions.period} unless it reads like 2026-11 */
    public static Period of(String text) {
        if (!isOne(text)) {
            throw Invalid.at("/period", "commissions.period", "Write a month like 2026-11");
        }
        return new Period(YearMonth.parse(text));
    }

    /** Whether it reads like 2026-11. */
    public static boolean isOne(String text) {
        return text != null && text.matches("[0-9]{4}-(0[1-9]|1[0-2])");
    }

    public static Period of(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    /** Which month something belongs to that happened then (C06: by the clocks of Caracas). */
    public static Period at(Instant instant) {
        return of(LocalDate.ofInstant(instant, Work.CARACAS));
    }

    public Period next() {
        return new Period(month.plusMonths(1));
    }

    public Period previous() {
        return new Period(month.minusMonths(1));
    }

    /** Its first moment. */
    public Instant begins() {
        return month.atDay(1).atStartOfDay(Work.CARACAS).toInstant();
    }

    /** The first moment after it. */
    public Instant ends() {
        return next().begins();
    }

    public LocalDate last() {
        return month.atEndOfMonth();
    }

    @Override
    public int compareTo(Period other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
