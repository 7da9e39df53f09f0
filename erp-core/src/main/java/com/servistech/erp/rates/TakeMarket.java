package com.servistech.erp.rates;

import com.servistech.erp.rates.EnterPublication.Entered;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Rejected;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.rates.market.Market;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes in what a market said. Its price is never official and never part of a fiscal document. */
final class TakeMarket {

    private static final String SOURCE = "BINANCE";
    private static final Duration COMPARABLE = Duration.ofHours(1);
    private static final BigDecimal LARGEST_JUMP = new BigDecimal("0.10");
    private static final BigDecimal LEAST_RATIO = new BigDecimal("0.8");
    private static final BigDecimal LARGEST_RATIO = new BigDecimal("2.0");

    private final Work work;
    private final RateBook book;

    TakeMarket(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    Entered take(Fetched<Market> fetched) {
        work.require(Permission.RATES_WRITE);
        book.lock();
        Entered entered;
        String evidence = null;
        String channel = fetched.attempt().channel();
        if (fetched instanceof Unavailable<Market> none) {
            entered = new Entered(Outcome.UNAVAILABLE, none.reason());
        } else if (fetched instanceof Rejected<Market> rejected) {
            entered = new Entered(Outcome.REJECTED, rejected.reason());
        } else {
            Read<Market> read = (Read<Market>) fetched;
            evidence = new EvidenceRoom(work).keep(SOURCE, channel, read.evidence());
            entered = enter(read.value(), channel, evidence);
        }
        boolean untrusted = fetched instanceof Unavailable<Market> none && none.untrusted();
        new AttemptLog(work).add(SOURCE, fetched.attempt(), entered.outcome(), entered.reason(), evidence, untrusted);
        return entered;
    }

    private Entered enter(Market market, String channel, String evidence) {
        List<String> doubts = new ArrayList<>(market.doubts());
        LocalDate today = work.today();
        book.newest(SOURCE, Quoted.USDT, today)
                .filter(last -> last.observedAt().plus(COMPARABLE).isAfter(work.now()))
                .map(RateView::rate)
                .filter(last -> ratio(market.rate().subtract(last).abs(), last).compareTo(LARGEST_JUMP) > 0)
                .ifPresent(last -> doubts.add("from %s to %s within an hour".formatted(last, market.rate())));
        book.newest("BCV", Quoted.USD, book.calendar().sameOrNext(today))
                .map(official -> ratio(market.rate(), official.rate()))
                .filter(ratio -> ratio.compareTo(LEAST_RATIO) < 0 || ratio.compareTo(LARGEST_RATIO) > 0)
                .ifPresent(ratio -> doubts.add("%s times the official dollar".formatted(ratio)));
        Optional<UUID> id = book.write(new Observation(
                work.newId(),
                SOURCE,
                channel,
                Quoted.USDT,
                market.rate(),
                today,
                null,
                null,
                doubts.isEmpty() ? "ACCEPTED" : "SUSPECT",
                doubts,
                false,
                null,
                null,
                market.summary().toJson(),
                evidence));
        if (doubts.isEmpty()) {
            id.ifPresent(row -> Published.announce(work, row, SOURCE, Quoted.USDT, market.rate(), today));
            return new Entered(Outcome.PUBLISHED, null);
        }
        RateAlert.SUSPECT.raise(work, SOURCE, String.join("; ", doubts));
        return new Entered(Outcome.REJECTED, String.join("; ", doubts));
    }

    private static BigDecimal ratio(BigDecimal a, BigDecimal b) {
        return a.divide(b, MathContext.DECIMAL32);
    }
}
