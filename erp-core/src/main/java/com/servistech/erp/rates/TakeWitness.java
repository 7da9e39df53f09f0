package com.servistech.erp.rates;

import com.servistech.erp.rates.Quotes.Quote;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Rejected;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;

/** Writes down what a further source says, and lets it settle what only waited for a second source. */
final class TakeWitness {

    private static final String CHANNEL = "WITNESS";

    private final Work work;
    private final RateBook book;

    TakeWitness(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    void take(String name, Fetched<Quotes> fetched) {
        work.require(Permission.RATES_WRITE);
        book.lock();
        EvidenceRoom room = new EvidenceRoom(work);
        AttemptLog log = new AttemptLog(work);
        if (fetched instanceof Unavailable<Quotes> none) {
            log.add(name, none.attempt(), Outcome.UNAVAILABLE, none.reason(), null, none.untrusted());
        } else if (fetched instanceof Rejected<Quotes> rejected) {
            String evidence = room.keep(name, CHANNEL, rejected.evidence());
            log.add(name, rejected.attempt(), Outcome.REJECTED, rejected.reason(), evidence, false);
        } else {
            Read<Quotes> read = (Read<Quotes>) fetched;
            boolean news = false;
            for (Quote quote : read.value().quotes()) {
                news |= enter(name, quote, read.evidence(), room);
            }
            log.add(name, read.attempt(), news ? Outcome.PUBLISHED : Outcome.UNCHANGED, null, null, false);
        }
    }

    private boolean enter(String name, Quote quote, Evidence evidence, EvidenceRoom room) {
        List<RateView> bank = book.of("BCV", quote.base(), quote.valueDate());
        bank.stream()
                .filter(row -> Witnesses.same(row.rate(), quote.rate()))
                .filter(row -> row.state().equals("ACCEPTED") || row.state().equals("SUSPECT"))
                .forEach(row -> agrees(name, row));
        List<RateView> own = book.of(name, quote.base(), quote.valueDate());
        if (!own.isEmpty() && own.get(0).rate().compareTo(quote.rate()) == 0) {
            return false;
        }
        bank.stream()
                .filter(row -> row.state().equals("ACCEPTED"))
                .findFirst()
                .filter(row -> !Witnesses.same(row.rate(), quote.rate()))
                .ifPresent(row -> RateAlert.SOURCES_DIFFER.raise(
                        work,
                        name,
                        "%s of %s is %s by the bank and %s here"
                                .formatted(quote.base(), quote.valueDate(), row.rate(), quote.rate())));
        Observation row = new Observation(
                work.newId(),
                name,
                CHANNEL,
                quote.base(),
                quote.rate(),
                quote.valueDate(),
                null,
                null,
                "WITNESS",
                List.of(),
                false,
                own.isEmpty() ? null : own.get(0).id(),
                null,
                null,
                room.keep(name, CHANNEL, evidence));
        return book.write(row).isPresent();
    }

    private void agrees(String name, RateView row) {
        book.sighted(row.id(), name, CHANNEL, null);
        if (row.state().equals("SUSPECT")) {
            new DecideSuspect(work, book).settleIfEnough(row, name);
        }
    }
}
