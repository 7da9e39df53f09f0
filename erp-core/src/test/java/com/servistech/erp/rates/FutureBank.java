package com.servistech.erp.rates;

import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.bcv.BcvPage;
import com.servistech.erp.rates.bcv.FakePage;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bank in the future, where no other test has been: the newest rate is one for the whole database, so each test that
 * needs to know it takes the next month for itself.
 */
final class FutureBank {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEEE, dd MMMM  yyyy", Locale.forLanguageTag("es-VE"));
    private static final BigDecimal CROSS = new BigDecimal("1.12345");
    private static LocalDate month = LocalDate.of(2031, 1, 1);

    private FutureBank() {}

    /** The clock stands on the first Friday of a new month at 16:00, whose rate is 1000; gives the Monday after it. */
    static synchronized LocalDate begin() {
        month = month.plusMonths(1);
        LocalDate friday = month;
        while (friday.getDayOfWeek() != DayOfWeek.FRIDAY) {
            friday = friday.plusDays(1);
        }
        SHOP.clock.set(Instant.parse(friday + "T20:00:00Z"));
        LocalDate known = friday;
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(known, new BigDecimal("1000"), Optional.empty()));
            return null;
        });
        return friday.plusDays(3);
    }

    static void end() {
        SHOP.clock.set(Instant.parse("2026-11-24T14:00:00Z"));
    }

    /** @param usd with up to eight decimals; the euro follows from it */
    static byte[] page(LocalDate valueDate, String usd) {
        BigDecimal eur = new BigDecimal(usd).multiply(CROSS).setScale(8, RoundingMode.HALF_UP);
        return new FakePage()
                .usd(new BigDecimal(usd).setScale(8).toPlainString().replace('.', ','))
                .eur(eur.toPlainString().replace('.', ','))
                .date(valueDate.toString(), WORDS.format(valueDate))
                .bytes();
    }

    static Refreshed take(LocalDate valueDate, String usd) {
        byte[] page = page(valueDate, usd);
        Evidence evidence = Evidence.of(page, "https://bank.test/", SHOP.clock.instant(), "text/html", BcvPage.PARSER);
        Read<Publication> read = new Read<>(
                Attempt.at("PAGE", SHOP.clock.instant()),
                evidence,
                BcvPage.of(page).publication());
        return SHOP.system(s -> s.rates().take(read));
    }

    static Refreshed unreachable() {
        Attempt attempt = Attempt.at("PAGE", SHOP.clock.instant());
        return SHOP.system(s -> s.rates().take(new RateSource.Unavailable<>(attempt, "no line", false)));
    }

    static void witness(String name, LocalDate valueDate, String usd) {
        Evidence evidence = Evidence.of(
                (name + valueDate + usd).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "https://witness.test/",
                SHOP.clock.instant(),
                null,
                "test/1");
        Quotes quotes = new Quotes(List.of(new Quotes.Quote(Quoted.USD, valueDate, new BigDecimal(usd))));
        Read<Quotes> read = new Read<>(Attempt.at("WITNESS", SHOP.clock.instant()), evidence, quotes);
        SHOP.system(s -> {
            s.rates().takeWitnesses(List.of(new Witnessed(name, read)));
            return null;
        });
    }

    static List<RateView> rows(String source, LocalDate day, String base) {
        return SHOP.as(
                        Role.FRONT_DESK,
                        SHOP.ccs,
                        s -> s.rates().list(new RateQuery(source, base, null, day, day, Page.Request.first())))
                .items();
    }

    static long events(String topic) {
        return count("select count(*) n from erp.outbox where topic = ?", topic);
    }

    static long count(String sql, String parameter) {
        return inChain(
                work -> work.sql().first(row -> row.bigint("n"), sql, parameter).orElseThrow());
    }

    static List<String> alerts() {
        return inChain(work -> work.sql()
                .list(
                        row -> row.text("payload"),
                        "select payload::text payload from erp.outbox where topic = 'rates.alert'"
                                + " and occurred_at >= ? order by occurred_at desc, id desc",
                        SHOP.clock.instant().minusSeconds(86_400 * 5L)));
    }

    static <T> T inChain(Function<Work, T> body) {
        return new UnitOfWork(SHOP.erp.runtime().transactions(), SHOP.clock, SystemCaller.of("test"), new Scope.Chain())
                .read(body);
    }
}
