package com.servistech.erp.rates;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Rounding;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Rates as they were observed, and which of them a document takes. */
public final class Rates {

    private static final String COLUMNS = "id, source, base, rate, value_date, observed_at, reason";
    private static final BigDecimal LARGEST_JUMP = new BigDecimal("0.15");

    private final Work work;

    public Rates(Work work) {
        this.work = work;
    }

    /** The rate that counts today. */
    public RateView current(String source, Currency base) {
        work.require(Permission.RATES_READ);
        LocalDate due = BankingCalendar.shipped().sameOrNext(work.today());
        return newest(source, base, due)
                .orElseThrow(() -> new NotFound("rates.unknown", "No rate of " + base + " is known from " + source));
    }

    /** Newest observations first. */
    public Page<RateView> list(RateQuery query) {
        work.require(Permission.RATES_READ);
        UUID before = query.page().beforeId();
        return Page.of(
                work.sql()
                        .list(
                                this::view,
                                "select " + COLUMNS + " from erp.exchange_rates where id < ?"
                                        + " and (?::text is null or source = ?::text) and (?::text is null or base = ?::text)"
                                        + " and (?::date is null or value_date >= ?::date)"
                                        + " and (?::date is null or value_date <= ?::date) order by id desc limit ?",
                                before,
                                query.source(),
                                query.source(),
                                query.base(),
                                query.base(),
                                query.from(),
                                query.from(),
                                query.to(),
                                query.to(),
                                query.page().limit() + 1),
                query.page().limit(),
                rate -> rate.id().toString());
    }

    /**
     * The official rate of a business day for an issuer's documents: the value date is the day itself; on a day without
     * banks it is the next banking day's (LIVA art. 25), or the last one's, by the issuer's policy.
     *
     * @throws Conflict {@code rates.missing} when that rate is not known and the issuer refuses provisional ones, or
     *     none is known at all
     */
    public DocumentRate forDocument(LocalDate day, IssuerCard issuer) {
        return forDocument(day, Currency.USD, issuer);
    }

    public DocumentRate forDocument(LocalDate day, Currency base, IssuerCard issuer) {
        LocalDate due = issuer.weekendRate().equals("LATEST_EFFECTIVE")
                ? BankingCalendar.shipped().sameOrPrevious(day)
                : BankingCalendar.shipped().sameOrNext(day);
        Optional<RateView> exact = official(base, due, "=");
        if (exact.isPresent()) {
            String why = due.equals(day)
                    ? "the rate with value date " + due
                    : day + " is no banking day: the rate with value date " + due;
            return document(exact.get(), false, why);
        }
        Optional<RateView> last = official(base, due, "<");
        if (last.isEmpty() || issuer.missingRate().equals("REFUSE")) {
            throw new Conflict(
                    "rates.missing",
                    "The %s rate with value date %s is not known: refresh it or enter it by hand".formatted(base, due));
        }
        String why = "the rate with value date %s is not known: provisionally the last known one, of %s"
                .formatted(due, last.get().valueDate());
        return document(last.get(), true, why);
    }

    public RateView publish(NewManualRate input) {
        UUID id = new PublishRate(work).publish(input);
        return byId(id);
    }

    /** Takes in what the bank's page said, or says why not. */
    public Refreshed take(RateSource.Fetched fetched) {
        work.require(Permission.RATES_WRITE);
        if (fetched instanceof RateSource.Unavailable unavailable) {
            return refreshed(Outcome.UNAVAILABLE, unavailable.reason());
        } else if (fetched instanceof RateSource.Rejected rejected) {
            return refreshed(Outcome.REJECTED, rejected.reason());
        }
        Publication read = ((RateSource.Read) fetched).publication();
        Optional<RateView> last = newest("BCV", Currency.USD, LocalDate.MAX.withYear(9999));
        if (read.valueDate().isAfter(work.today().plusDays(7))) {
            return refreshed(Outcome.REJECTED, "the value date " + read.valueDate() + " is more than a week ahead");
        }
        if (last.isPresent()) {
            RateView known = last.get();
            if (read.valueDate().isBefore(known.valueDate())) {
                return refreshed(Outcome.UNCHANGED, "the page still shows " + read.valueDate());
            } else if (read.valueDate().equals(known.valueDate()) && read.usd().compareTo(known.rate()) == 0) {
                return refreshed(Outcome.UNCHANGED, null);
            } else if (jump(known.rate(), read.usd()).compareTo(LARGEST_JUMP) > 0
                    && known.valueDate().plusDays(7).isAfter(read.valueDate())) {
                return refreshed(
                        Outcome.REJECTED,
                        "from %s to %s is a jump that a person must confirm".formatted(known.rate(), read.usd()));
            }
        }
        PublishRate publish = new PublishRate(work);
        publish.record("BCV", Currency.USD, read.usd(), read.valueDate(), null, read.sha256());
        publish.record("BCV", Currency.EUR, read.eur(), read.valueDate(), null, read.sha256());
        return refreshed(Outcome.PUBLISHED, null);
    }

    /** Writes a day of the past down as the bank published it; for imports by the system. */
    public void take(BcvHistory.Day day) {
        work.require(Permission.RATES_WRITE);
        PublishRate publish = new PublishRate(work);
        publish.record("BCV", Currency.USD, day.usd(), day.valueDate(), "history", null);
        day.eur().ifPresent(eur -> publish.record("BCV", Currency.EUR, eur, day.valueDate(), "history", null));
    }

    /** @param date null for today's rate */
    public Conversion convert(Money amount, Currency to, String source, LocalDate date) {
        work.require(Permission.RATES_READ);
        boolean toVes = to == Currency.VES;
        if (toVes == (amount.currency() == Currency.VES)) {
            throw Invalid.at("/to", "rates.pair", "One of the two currencies is VES");
        }
        Currency base = toVes ? amount.currency() : to;
        LocalDate due = BankingCalendar.shipped().sameOrNext(date == null ? work.today() : date);
        RateView rate = newest(source, base, due)
                .filter(found -> date == null || found.valueDate().equals(due))
                .orElseThrow(
                        () -> new NotFound("rates.unknown", "No %s rate of %s for %s".formatted(source, base, due)));
        Money result = toVes
                ? amount.convertedAt(rate.rate(), Currency.VES)
                : Money.rounded(Rounding.divide(amount.amount(), rate.rate()), to);
        return new Conversion(result, rate);
    }

    private Refreshed refreshed(Outcome outcome, String reason) {
        return new Refreshed(
                outcome,
                reason,
                newest("BCV", Currency.USD, LocalDate.MAX.withYear(9999)).orElse(null));
    }

    private Optional<RateView> newest(String source, Currency base, LocalDate until) {
        return work.sql()
                .first(
                        this::view,
                        "select " + COLUMNS
                                + " from erp.exchange_rates where source = ? and base = ? and value_date <= ?"
                                + " order by value_date desc, observed_at desc limit 1",
                        source,
                        base,
                        until);
    }

    /** The bank's own word goes before a manual one; a correction goes before what it corrects. */
    private Optional<RateView> official(Currency base, LocalDate valueDate, String comparison) {
        return work.sql()
                .first(
                        this::view,
                        "select " + COLUMNS + " from erp.exchange_rates where source in ('BCV', 'MANUAL') and base = ?"
                                + " and value_date " + comparison
                                + " ? order by value_date desc, (source = 'BCV') desc, observed_at desc limit 1",
                        base,
                        valueDate);
    }

    private RateView byId(UUID id) {
        return work.sql()
                .first(this::view, "select " + COLUMNS + " from erp.exchange_rates where id = ?", id)
                .orElseThrow();
    }

    private RateView view(Sql.Row row) {
        LocalDate valueDate = row.date("value_date");
        return new RateView(
                row.uuid("id"),
                row.text("source"),
                Currency.valueOf(row.text("base")),
                Currency.VES,
                row.decimal("rate"),
                valueDate,
                row.instant("observed_at"),
                valueDate.isBefore(BankingCalendar.shipped().sameOrNext(work.today())),
                row.text("reason"));
    }

    private static DocumentRate document(RateView rate, boolean provisional, String why) {
        return new DocumentRate(
                rate.id(),
                rate.source(),
                rate.base(),
                rate.rate(),
                rate.valueDate(),
                rate.observedAt(),
                provisional,
                why);
    }

    private static BigDecimal jump(BigDecimal from, BigDecimal to) {
        return to.subtract(from).abs().divide(from, 4, java.math.RoundingMode.HALF_UP);
    }
}
