package com.servistech.erp.ledger;

import com.servistech.erp.error.Invalid;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month of the books, by Venezuelan business days.
 *
 * @param value the calendar month
 */
public record Month(YearMonth value) {

    /** @throws Invalid {@code period.month} at /month unless it reads like 2026-11 */
    public static Month of(String text) {
        if (text == null || !text.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw Invalid.at("/month", "period.month", "Write a month like 2026-11");
        }
        return new Month(YearMonth.parse(text));
    }

    public LocalDate first() {
        return value.atDay(1);
    }

    public LocalDate last() {
        return value.atEndOfMonth();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
