package com.servistech.erp.rates;

import com.servistech.erp.rates.Judge.Known;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.rates.Verdict.State;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Judges one publication of the bank and writes down what is new in it. */
final class EnterPublication {

    /** What came of it; {@code reason} is null when there is nothing to explain. */
    record Entered(Outcome outcome, String reason) {}

    private static final String BANK = "BCV";

    private final Work work;
    private final RateBook book;
    private final String channel;

    EnterPublication(Work work, RateBook book, String channel) {
        this.work = work;
        this.book = book;
        this.channel = channel;
    }

    /** @param evidence keeps the body and gives its hash; asked only when something new is written */
    Entered enter(Publication read, Supplier<String> evidence) {
        Map<Quoted, RateView> counting = new TreeMap<>();
        Map<Quoted, BigDecimal> fresh = new TreeMap<>();
        List<String> pending = new ArrayList<>();
        read.rates().forEach((base, rate) -> sort(read.valueDate(), base, rate, counting, fresh, pending));
        if (fresh.isEmpty()) {
            return pending.isEmpty()
                    ? new Entered(Outcome.UNCHANGED, null)
                    : new Entered(Outcome.REJECTED, String.join("; ", pending));
        }
        Verdict verdict = judge(read, counting, fresh);
        Observation row = row(read, verdict, evidence.get());
        fresh.forEach((base, rate) -> write(row, base, rate, counting.get(base), verdict));
        if (verdict.state() == State.SUSPECT) {
            RateAlert.SUSPECT.raise(work, BANK, String.join("; ", verdict.doubts()));
        } else if (verdict.state() == State.ACCEPTED) {
            noticeGap(read);
            noticeOthers(read);
        }
        return verdict.state() == State.ACCEPTED
                ? new Entered(Outcome.PUBLISHED, null)
                : new Entered(Outcome.REJECTED, String.join("; ", verdict.doubts()));
    }

    /** What is known already is not written again; who showed it as well is. */
    private void sort(
            LocalDate day,
            Quoted base,
            BigDecimal rate,
            Map<Quoted, RateView> counting,
            Map<Quoted, BigDecimal> fresh,
            List<String> pending) {
        List<RateView> known = book.of(BANK, base, day);
        known.stream()
                .filter(row -> row.state().equals("ACCEPTED"))
                .findFirst()
                .ifPresent(row -> counting.put(base, row));
        RateView current = counting.get(base);
        if (current != null && current.rate().compareTo(rate) == 0) {
            sighted(current);
            return;
        }
        Optional<RateView> same = known.stream()
                .filter(row -> row.rate().compareTo(rate) == 0 && !row.state().equals("ACCEPTED"))
                .findFirst();
        if (same.isEmpty()) {
            fresh.put(base, rate);
            return;
        }
        sighted(same.get());
        if (book.byId(same.get().id()).orElseThrow().state().equals("ACCEPTED")) {
            return;
        }
        pending.add("%s %s %s"
                .formatted(
                        base,
                        rate.stripTrailingZeros().toPlainString(),
                        same.get().state().equals("SUSPECT")
                                ? "waits for a person: "
                                        + String.join("; ", same.get().doubts())
                                : "was refused: " + String.join("; ", same.get().doubts())));
    }

    private void sighted(RateView row) {
        if (!row.channel().equals(channel)) {
            book.sighted(row.id(), BANK, channel, null);
            // another door of the bank is a second look
            new DecideSuspect(work, book).settleIfEnough(row, "the bank's " + channel);
        }
    }

    private Verdict judge(Publication read, Map<Quoted, RateView> counting, Map<Quoted, BigDecimal> fresh) {
        Optional<Known> before = book.newest(BANK, Quoted.USD, read.valueDate().minusDays(1))
                .map(row -> new Known(row.valueDate(), row.rate()));
        Optional<String> conflict = fresh.keySet().stream()
                .filter(counting::containsKey)
                .map(base -> "%s of %s was %s until now and is %s here"
                        .formatted(
                                base,
                                read.valueDate(),
                                counting.get(base).rate().stripTrailingZeros().toPlainString(),
                                fresh.get(base).stripTrailingZeros().toPlainString()))
                .reduce((a, b) -> a + "; " + b);
        // the bank's own tables are the second look already; the page alone is one look
        boolean agreed = channel.equals("XLS") || new Witnesses(work).agree(Quoted.USD, read.valueDate(), read.usd());
        return new Judge(book.calendar(), work.today()).of(read, before, conflict, agreed);
    }

    private Observation row(Publication read, Verdict verdict, String evidence) {
        return new Observation(
                work.newId(),
                BANK,
                channel,
                Quoted.USD,
                read.usd(),
                read.valueDate(),
                read.operationDate(),
                read.publishedAt(),
                verdict.state().name(),
                verdict.doubts(),
                verdict.witnessSettles(),
                null,
                null,
                null,
                evidence);
    }

    private void write(Observation common, Quoted base, BigDecimal rate, RateView superseded, Verdict verdict) {
        Optional<UUID> id = book.write(common.of(base, rate, superseded == null ? null : superseded.id()));
        // what counted in the past is history and no news
        if (verdict.state() == State.ACCEPTED && !common.valueDate().isBefore(work.today())) {
            id.ifPresent(row -> Published.announce(work, row, BANK, base, rate, common.valueDate()));
        }
    }

    /** Banking days between the last value date and this one: a holiday that we do not know, or a missed page. */
    private void noticeGap(Publication read) {
        Optional<LocalDate> before = read.operation()
                .or(() -> book.newest(BANK, Quoted.USD, read.valueDate().minusDays(1))
                        .map(RateView::valueDate));
        List<LocalDate> missing = new ArrayList<>();
        before.ifPresent(last -> last.plusDays(1)
                .datesUntil(read.valueDate())
                .filter(book.calendar()::isBankingDay)
                .filter(day -> book.of(BANK, Quoted.USD, day).isEmpty())
                .limit(5)
                .forEach(missing::add));
        if (!missing.isEmpty()) {
            RateAlert.GAP.raise(
                    work,
                    BANK,
                    "no rate of %s: enter the bank holiday, or import the bank's tables".formatted(missing));
        }
    }

    /** A provisional rate that documents may have used, or a witness, said something else. */
    private void noticeOthers(Publication read) {
        new Witnesses(work)
                .differing(Quoted.USD, read.valueDate(), read.usd())
                .forEach(words -> RateAlert.SOURCES_DIFFER.raise(work, BANK, words));
    }
}
