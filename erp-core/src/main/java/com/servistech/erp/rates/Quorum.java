package com.servistech.erp.rates;

import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What counts, provisionally, when the bank cannot be read at 08:00 of a banking day: the rate on which two further
 * sources agree to four decimals, for the value date of that day itself. It is never official, and the bank's own word
 * takes its place as soon as it is there.
 */
final class Quorum {

    private static final String NAME = "QUORUM";
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final int NEEDED = 2;

    private record Said(String source, BigDecimal rate) {}

    private final Work work;
    private final RateBook book;

    Quorum(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    /** @return the provisional rate that was written down, when one was */
    Optional<UUID> decide(Quoted base) {
        work.require(Permission.RATES_WRITE);
        LocalDate today = work.today();
        LocalTime time = LocalTime.ofInstant(work.now(), Work.CARACAS);
        boolean needed = book.calendar().isBankingDay(today)
                && !time.isBefore(FROM)
                && book.official(base, today, today).isEmpty()
                && bankWasAsked(today);
        if (!needed) {
            return Optional.empty();
        }
        List<Said> said = work.sql()
                .list(
                        row -> new Said(row.text("source"), row.decimal("rate")),
                        "select distinct on (source) source, rate from erp.rate_book where base = ? and value_date = ?"
                                + " and standing = 'WITNESS' order by source, observed_at desc, id desc",
                        base.code(),
                        today);
        return agreed(said).flatMap(those -> write(base, today, those));
    }

    /** An unreachable bank is one that was asked since midnight: a shop that did not ask has no excuse. */
    private boolean bankWasAsked(LocalDate today) {
        return new AttemptLog(work)
                .lastRequest("BCV", "PAGE")
                .filter(at -> LocalDate.ofInstant(at, Work.CARACAS).equals(today))
                .isPresent();
    }

    private static Optional<List<Said>> agreed(List<Said> said) {
        for (Said one : said) {
            List<Said> those = new ArrayList<>();
            for (Said other : said) {
                if (Witnesses.same(one.rate(), other.rate())) {
                    those.add(other);
                }
            }
            if (those.size() >= NEEDED && those.size() * 2 > said.size()) {
                return Optional.of(those);
            }
        }
        return Optional.empty();
    }

    private Optional<UUID> write(Quoted base, LocalDate day, List<Said> those) {
        BigDecimal rate = those.stream()
                .map(Said::rate)
                .max(java.util.Comparator.comparingInt(
                        candidate -> candidate.stripTrailingZeros().scale()))
                .orElseThrow();
        String names = String.join(" and ", those.stream().map(Said::source).toList());
        Optional<UUID> id = book.write(new Observation(
                work.newId(),
                NAME,
                NAME,
                base,
                rate,
                day,
                null,
                null,
                "PROVISIONAL",
                List.of("the bank could not be read; " + names + " agree"),
                false,
                null,
                null,
                null,
                null));
        id.ifPresent(row -> Published.announce(work, row, NAME, base, rate, day));
        return id;
    }
}
