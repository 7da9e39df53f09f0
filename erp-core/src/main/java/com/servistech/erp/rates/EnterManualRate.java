package com.servistech.erp.rates;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.Currency;
import com.servistech.erp.rates.Judge.Known;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody read a rate elsewhere and says where. One that lies too far from the last known one waits for a second
 * person: a slip of the finger is more likely than half of the currency's worth in a week.
 */
final class EnterManualRate {

    private static final String SOURCE = "MANUAL";
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_AHEAD = 7;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 10, 1);

    private final Work work;
    private final RateBook book;

    EnterManualRate(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    UUID enter(NewManualRate input) {
        work.require(Permission.RATES_WRITE);
        String reason = checked(input);
        book.lock();
        Quoted base = new Quoted(input.currency().name());
        Known entered = new Known(input.valueDate(), input.rate());
        Optional<Known> before =
                book.lastOfficialBefore(base, input.valueDate()).map(row -> new Known(row.valueDate(), row.rate()));
        boolean far = before.filter(known -> Judge.isFar(known, entered)).isPresent();
        List<RateView> known = book.of(SOURCE, base, input.valueDate());
        UUID id = book.write(new Observation(
                        work.newId(),
                        SOURCE,
                        SOURCE,
                        base,
                        input.rate(),
                        input.valueDate(),
                        null,
                        null,
                        far ? "SUSPECT" : "ACCEPTED",
                        far ? List.of("far from the last known rate, " + before.get()) : List.of(),
                        false,
                        known.isEmpty() ? null : known.get(0).id(),
                        reason,
                        null,
                        null))
                // the very same was entered in the same moment: a second click
                .orElseGet(() -> known.get(0).id());
        if (far) {
            RateAlert.SUSPECT.raise(work, SOURCE, "%s %s was entered by hand".formatted(base, input.rate()));
        } else {
            Published.announce(work, id, SOURCE, base, input.rate(), input.valueDate());
        }
        return id;
    }

    private String checked(NewManualRate input) {
        Problems problems = new Problems();
        if (input.currency() == Currency.VES) {
            problems.add("/currency", "rates.currency", "A rate is for USD, EUR or USDT");
        }
        if (input.rate().signum() <= 0
                || input.rate().stripTrailingZeros().scale() > 8
                || input.rate().precision() - input.rate().scale() > 12) {
            problems.add("/rate", "rates.rate", "A rate is above zero with at most 12 digits and 8 decimals");
        }
        if (input.valueDate().isAfter(work.today().plusDays(LONGEST_AHEAD))
                || input.valueDate().isBefore(FIRST_DAY)) {
            problems.add("/valueDate", "rates.value-date", "From 2021-10-01 on, and at most seven days ahead");
        }
        String reason = problems.required("/reason", input.reason(), LONGEST_REASON);
        if (reason != null && reason.length() < SHORTEST_REASON) {
            problems.add("/reason", "text.too-short", "Say in at least 5 characters where it comes from");
        }
        problems.refuseIfAny();
        return reason;
    }
}
