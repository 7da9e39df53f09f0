package com.servistech.erp.rates;

import com.servistech.erp.rates.EnterPublication.Entered;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Rejected;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Optional;

/** Takes in what the bank's page said, or writes down why not; the rate of before stays in every case of doubt. */
final class TakePublication {

    private static final String BANK = "BCV";

    private final Work work;
    private final RateBook book;

    TakePublication(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    Entered take(Fetched<Publication> fetched) {
        work.require(Permission.RATES_WRITE);
        book.lock();
        String channel = fetched.attempt().channel();
        EvidenceRoom room = new EvidenceRoom(work);
        Entered entered;
        String evidence = null;
        boolean untrusted = false;
        if (fetched instanceof Unavailable<Publication> none) {
            entered = new Entered(Outcome.UNAVAILABLE, none.reason());
            untrusted = none.untrusted();
        } else if (fetched instanceof Rejected<Publication> rejected) {
            evidence = room.keep(BANK, channel, rejected.evidence());
            entered = new Entered(Outcome.REJECTED, rejected.reason());
        } else {
            Read<Publication> read = (Read<Publication>) fetched;
            entered = isOld(read.value())
                    ? new Entered(
                            Outcome.UNCHANGED,
                            "the page still shows " + read.value().valueDate())
                    : new EnterPublication(work, book, channel)
                            .enter(read.value(), () -> room.keep(BANK, channel, read.evidence()));
        }
        new AttemptLog(work).add(BANK, fetched.attempt(), entered.outcome(), entered.reason(), evidence, untrusted);
        return entered;
    }

    private boolean isOld(Publication read) {
        Optional<LocalDate> newest =
                book.newest(BANK, Quoted.USD, LocalDate.of(9999, 1, 1)).map(RateView::valueDate);
        return newest.filter(read.valueDate()::isBefore).isPresent();
    }
}
