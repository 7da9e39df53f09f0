package com.servistech.erp.rates;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.EnterPublication.Entered;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.market.Market;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rates as they were observed, and which of them a document takes. */
public final class Rates {

    private static final String BANK = "BCV";
    private static final LocalDate EVER = LocalDate.of(9999, 1, 1);
    private static final int MOST_WAITING = 20;

    private final Work work;
    private final RateBook book;
    private final RatePorts ports;

    public Rates(Work work, RatePorts ports) {
        this.work = work;
        this.book = new RateBook(work);
        this.ports = ports;
    }

    /** For features that only look a rate up. */
    public Rates(Work work) {
        this(work, RatePorts.NONE);
    }

    /** The rate that counts today. */
    public RateView current(String source, Quoted base) {
        work.require(Permission.RATES_READ);
        LocalDate due = book.calendar().sameOrNext(work.today());
        RateCache.Slot slot = ports.cache().look("current:" + source + ":" + base + ":" + due);
        Optional<RateView> cached = slot.value().map(text -> CachedRate.view(text, book::isStale));
        if (cached.isPresent()) {
            return cached.get();
        }
        RateView found = book.newest(source, base, due)
                .orElseThrow(() -> new NotFound("rates.unknown", "No rate of " + base + " is known from " + source));
        slot.fill(CachedRate.text(found));
        return found;
    }

    public RateView current(String source, Currency base) {
        return current(source, quoted(base));
    }

    /** @throws NotFound {@code rates.not-found} */
    public RateView get(UUID id) {
        work.require(Permission.RATES_READ);
        return book.byId(id).orElseThrow(() -> new NotFound("rates.not-found", "There is no such rate"));
    }

    /** Newest observations first. */
    public Page<RateView> list(RateQuery query) {
        work.require(Permission.RATES_READ);
        return Page.of(
                book.page(query, query.page().beforeId(), query.page().limit() + 1),
                query.page().limit(),
                rate -> rate.id().toString());
    }

    /** @throws NotFound {@code rates.unknown} for the bolívar */
    public RateChart chart(String source, Currency base, LocalDate from, LocalDate to) {
        return chart(source, quoted(base), from, to);
    }

    /** What counted on each value date, for a chart. */
    public RateChart chart(String source, Quoted base, LocalDate from, LocalDate to) {
        return new DrawChart(work).draw(source, base, from, to);
    }

    /**
     * The official rate of a business day for an issuer's documents: the value date is the day itself; on a day without
     * banks it is the next banking day's (LIVA art. 25), or the last one's, by the issuer's policy of that day.
     *
     * @throws Conflict {@code rates.missing} when that rate is not known and the issuer refuses provisional ones, or
     *     none is known at all
     */
    public DocumentRate forDocument(LocalDate day, IssuerCard issuer) {
        return forDocument(day, Currency.USD, issuer);
    }

    public DocumentRate forDocument(LocalDate day, Currency base, IssuerCard issuer) {
        EffectiveRate chosen = effective(day, base, issuer);
        return new DocumentRate(
                chosen.id(),
                chosen.source(),
                base,
                chosen.rate(),
                chosen.valueDate(),
                chosen.observedAt(),
                chosen.provisional(),
                chosen.reason());
    }

    /** The same, with the rule that chose it. */
    public EffectiveRate effective(LocalDate day, Currency base, IssuerCard issuer) {
        return new ChooseRate(work, book).choose(day, quoted(base), issuer);
    }

    /** Enters a rate that somebody read elsewhere. */
    public RateView publish(NewManualRate input) {
        UUID id = new EnterManualRate(work, book).enter(input);
        changed();
        return book.byId(id).orElseThrow();
    }

    /** Takes in what the bank's page said, or says why not. */
    public Refreshed take(Fetched<Publication> fetched) {
        Entered entered = new TakePublication(work, book).take(fetched);
        changed();
        return refreshed(entered, BANK, Quoted.USD);
    }

    /** Takes in what a market said, or says why not. */
    public Refreshed takeMarket(Fetched<Market> fetched) {
        Entered entered = new TakeMarket(work, book).take(fetched);
        changed();
        return refreshed(entered, "BINANCE", Quoted.USDT);
    }

    /**
     * Takes in what further sources say, and lets two that agree stand in for a bank that cannot be reached.
     *
     * @param fetched by the name of the source
     */
    public void takeWitnesses(List<Witnessed> fetched) {
        fetched.forEach(one -> new TakeWitness(work, book).take(one.source(), one.fetched()));
        Quorum quorum = new Quorum(work, book);
        quorum.decide(Quoted.USD);
        quorum.decide(Quoted.EUR);
        changed();
    }

    /** Enters the bank's own tables. */
    public ImportReport enter(Read<RateTables> tables, LocalDate from) {
        ImportReport report = new ImportTables(work, book).enter(tables, from);
        changed();
        return report;
    }

    /** Writes a day of the past down as the bank published it; for the demo and for tests. */
    public void take(BcvHistory.Day day) {
        work.require(Permission.RATES_WRITE);
        new EnterHistory(work, book).enter(day);
        changed();
    }

    /** Confirms or refuses what waits for a person, all rates of its publication at once. */
    public RateView decide(UUID id, boolean confirmed, String reason) {
        RateView decided = new DecideSuspect(work, book).decide(id, confirmed, reason);
        changed();
        return decided;
    }

    /** What waits for a person, newest first. */
    public List<RateView> waiting() {
        work.require(Permission.RATES_READ);
        return book.waiting(MOST_WAITING);
    }

    /** Reads all kept evidence again and compares. */
    public ReparseReport reparse() {
        return new Reparse(work, ports.parsers()).run();
    }

    /**
     * @param source null for the rate that a document of the store would take
     * @param date null for today's rate
     */
    public Conversion convert(Money amount, Currency to, String source, LocalDate date) {
        return new Convert(work, book).convert(amount, to, source, date);
    }

    public BankingCalendar calendar() {
        work.require(Permission.RATES_READ);
        return book.calendar();
    }

    /** Adds a bank holiday that was announced, or takes one back. */
    public void addHoliday(BankingCalendar.Change change) {
        new Holidays(work).add(change);
        changed();
    }

    /** Sets which rate an issuer's documents take from a day on. */
    public void switchPolicy(IssuerCard issuer, RatePolicy policy) {
        new RatePolicies(work).add(issuer, policy);
    }

    /** Whether the official dollar is as new as it should be. */
    public Freshness freshness() {
        work.require(Permission.RATES_READ);
        return Freshness.of(newestBankDate().orElse(null), caracas(work.now()), book.calendar());
    }

    /** Tells people what is overdue; for a job at 20:00 and 08:00. */
    public Freshness watch() {
        Freshness freshness = freshness();
        if (freshness.level() != Freshness.Level.FRESH) {
            RateAlert.LATE.raise(work, BANK, "value date %s is not known yet".formatted(freshness.expected()));
        }
        LocalDate ahead = work.today().plusDays(14);
        if (!book.calendar().knows(ahead.getYear())) {
            RateAlert.CALENDAR_ENDS.raise(
                    work, BANK, "no bank holidays of %d are entered: see docs/rates.md".formatted(ahead.getYear()));
        }
        return freshness;
    }

    /** Whether the polling policy asks the bank now; for a job that runs every few minutes. */
    public boolean isBankDue() {
        work.require(Permission.RATES_READ);
        LocalDateTime asked = new AttemptLog(work)
                .lastRequest(BANK, "PAGE")
                .map(Rates::caracas)
                .orElse(null);
        return new PollingPolicy(book.calendar())
                .isDue(caracas(work.now()), newestBankDate().orElse(null), asked);
    }

    private Refreshed refreshed(Entered entered, String source, Quoted base) {
        RateView newest = book.newest(source, base, EVER).orElse(null);
        List<RateView> waiting = book.waiting(MOST_WAITING).stream()
                .filter(row -> row.source().equals(source))
                .toList();
        return new Refreshed(entered.outcome(), entered.reason(), newest, waiting);
    }

    private Optional<LocalDate> newestBankDate() {
        return book.newest(BANK, Quoted.USD, EVER).map(RateView::valueDate);
    }

    private void changed() {
        work.afterCommit(ports.cache()::forget);
    }

    private static Quoted quoted(Currency base) {
        if (base == Currency.VES) {
            throw new NotFound("rates.unknown", "A bolívar costs a bolívar");
        }
        return new Quoted(base.name());
    }

    private static LocalDateTime caracas(Instant at) {
        return LocalDateTime.ofInstant(at, Work.CARACAS);
    }
}
