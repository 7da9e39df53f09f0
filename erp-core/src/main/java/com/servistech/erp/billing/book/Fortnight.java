package com.servistech.erp.billing.book;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.ledger.Month;
import java.time.LocalDate;

/**
 * Half a month, as IGTF that was perceived is paid to the treasury (PA SNAT/2022/000013 art. 3): the days to the 15th, or
 * the rest.
 *
 * @param half 1 or 2
 */
public record Fortnight(Month month, int half) {

    /** @throws Invalid {@code period.fortnight} at /fortnight unless it reads like 2026-11-1 or 2026-11-2 */
    public static Fortnight of(String text) {
        if (text == null || !text.matches("[0-9]{4}-(0[1-9]|1[0-2])-[12]")) {
            throw Invalid.at(
                    "/fortnight",
                    "period.fortnight",
                    "Write 2026-11-1 for the days to the 15th, 2026-11-2 for the rest");
        }
        return new Fortnight(Month.of(text.substring(0, 7)), text.charAt(8) - '0');
    }

    /** That of a day. */
    public static Fortnight with(LocalDate day) {
        return of(day.toString().substring(0, 7) + (day.getDayOfMonth() < 16 ? "-1" : "-2"));
    }

    public LocalDate first() {
        return half == 1 ? month.first() : month.value().atDay(16);
    }

    public LocalDate last() {
        return half == 1 ? month.value().atDay(15) : month.last();
    }

    @Override
    public String toString() {
        return month + "-" + half;
    }
}
