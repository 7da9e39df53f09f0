package com.servistech.erp.rates;

import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Enters a day of the past that is known from elsewhere; a day that is known already stays as it is. */
final class EnterHistory {

    private final Work work;
    private final RateBook book;

    EnterHistory(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    void enter(BcvHistory.Day day) {
        UUID publication = work.newId();
        enter(publication, Quoted.USD, day.usd(), day);
        day.eur().ifPresent(eur -> enter(publication, Quoted.EUR, eur, day));
    }

    private void enter(UUID publication, Quoted base, BigDecimal rate, BcvHistory.Day day) {
        boolean known = book.of("BCV", base, day.valueDate()).stream()
                .anyMatch(row -> row.state().equals("ACCEPTED"));
        if (!known) {
            book.write(new Observation(
                    publication,
                    "BCV",
                    "HISTORY",
                    base,
                    rate,
                    day.valueDate(),
                    null,
                    null,
                    "ACCEPTED",
                    List.of(),
                    false,
                    null,
                    "history",
                    null,
                    null));
        }
    }
}
