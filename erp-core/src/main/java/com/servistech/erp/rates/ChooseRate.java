package com.servistech.erp.rates;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.rates.EffectiveRule.Due;
import com.servistech.erp.rates.EffectiveRule.Span;
import com.servistech.erp.rates.EffectiveRule.Why;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds the rate of a business day by the issuer's rule, or says that it is missing. Never a market's price. */
final class ChooseRate {

    /** Further than the longest time that banks were closed. */
    private static final int REACH = 15;

    private final Work work;
    private final RateBook book;

    ChooseRate(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    /**
     * @throws Conflict {@code rates.missing} when that rate is not known and the issuer refuses provisional ones, or
     *     none is known at all
     */
    EffectiveRate choose(LocalDate day, Quoted base, IssuerCard issuer) {
        RatePolicy policy = new RatePolicies(work).on(day, issuer);
        List<RateView> around = book.official(base, day.minusDays(REACH), day.plusDays(REACH));
        List<Span> spans = around.stream()
                .filter(row -> row.state().equals("ACCEPTED"))
                .map(row -> new Span(row.operationDate(), row.valueDate()))
                .toList();
        Due due = new EffectiveRule(book.calendar(), policy.weekend()).due(day, spans);
        Optional<RateView> exact = around.stream()
                .filter(row -> row.valueDate().equals(due.valueDate()))
                .findFirst();
        if (exact.isPresent() && exact.get().state().equals("ACCEPTED")) {
            return answer(
                    exact.get(),
                    day,
                    due,
                    policy,
                    Words.official(day, due, exact.get()),
                    due.why().name());
        }
        if (policy.refusesWhenMissing()) {
            throw missing(base, due);
        }
        if (exact.isPresent()) {
            return answer(exact.get(), day, due, policy, Words.quorum(due, exact.get()), "QUORUM");
        }
        RateView last = book.lastOfficialBefore(base, due.valueDate()).orElseThrow(() -> missing(base, due));
        return answer(last, day, due, policy, Words.lastKnown(due, last), "LAST_KNOWN");
    }

    private static EffectiveRate answer(
            RateView row, LocalDate day, Due due, RatePolicy policy, Words words, String basis) {
        boolean provisional = basis.equals("QUORUM") || basis.equals("LAST_KNOWN");
        return new EffectiveRate(
                row.id(),
                row.source(),
                row.base(),
                row.quote(),
                row.rate(),
                day,
                due.valueDate(),
                row.valueDate(),
                row.observedAt(),
                provisional,
                basis,
                policy.weekend(),
                words.english(),
                words.spanish());
    }

    private static Conflict missing(Quoted base, Due due) {
        return new Conflict(
                "rates.missing",
                "The %s rate with value date %s is not known: refresh it or enter it by hand"
                        .formatted(base, due.valueDate()));
    }

    /** The reason of a choice, for people. */
    private record Words(String english, String spanish) {

        static Words official(LocalDate day, Due due, RateView row) {
            String by = row.source().equals("MANUAL") ? " (entered by hand)" : " (BCV)";
            String por = row.source().equals("MANUAL") ? " (cargada a mano)" : " (BCV)";
            LocalDate value = due.valueDate();
            if (due.why() == Why.VALUE_DATE) {
                return new Words("the rate with value date " + value + by, "la tasa con fecha valor " + value + por);
            }
            boolean next = due.why() == Why.NEXT_BANKING_DAY;
            return new Words(
                    "%s is no banking day: the rate of the %s banking day, value date %s%s"
                            .formatted(day, next ? "next" : "last", value, by),
                    "el %s no es día hábil bancario: la tasa del día hábil %s, fecha valor %s%s"
                            .formatted(day, next ? "siguiente" : "anterior", value, por));
        }

        static Words quorum(Due due, RateView row) {
            String names = String.join("; ", row.doubts());
            return new Words(
                    "provisional for value date %s: %s".formatted(due.valueDate(), names),
                    "provisional para la fecha valor %s: el BCV no respondió y dos fuentes coinciden"
                            .formatted(due.valueDate()));
        }

        static Words lastKnown(Due due, RateView last) {
            return new Words(
                    "the rate with value date %s is not known: provisionally the last known one, of %s"
                            .formatted(due.valueDate(), last.valueDate()),
                    "no se conoce la tasa con fecha valor %s: provisionalmente la última conocida, del %s"
                            .formatted(due.valueDate(), last.valueDate()));
        }
    }
}
