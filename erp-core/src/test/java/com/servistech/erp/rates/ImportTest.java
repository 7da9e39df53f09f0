package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.kit.FaultyWeb;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.bcv.BcvPage;
import com.servistech.erp.rates.bcv.BcvStatistics;
import com.servistech.erp.rates.bcv.BcvWebsite;
import com.servistech.erp.rates.web.Patience;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bank's tables on their way into the book. */
class ImportTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate EVER = LocalDate.of(2020, 1, 1);

    private final FaultyWeb web = FaultyWeb.plain();
    private final BcvStatistics archive = new BcvStatistics(
            BcvWebsite.web(
                    SHOP.clock,
                    duration -> {},
                    new Patience(
                            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(9), List.of(), 8 << 20),
                    Optional.empty()),
            web.url());

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aQuarterIsFilledInOnceConfirmsWhatWasThereAndGivesDaysTheirSpan() {
        byte[] quarter = Captures.read("bcv-xls/2_1_2c25_smc.xls");
        LocalDate known = LocalDate.of(2025, 7, 31);
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(known, new BigDecimal("124.5102"), Optional.empty()));
            return null;
        });
        long events = FutureBank.events("rates.alert");
        ImportReport first = enter(quarter, EVER);
        assertThat(first.published()).hasSizeGreaterThan(50).contains(LocalDate.of(2025, 8, 21));
        assertThat(first.held()).isEmpty();
        assertThat(FutureBank.events("rates.alert")).as("no gap, no alert").isEqualTo(events);
        ImportReport second = enter(quarter, EVER);
        assertThat(second.published()).isEmpty();
        assertThat(second.unchanged()).isEqualTo(first.published().size() + first.unchanged());
        assertThat(FutureBank.count(
                        "select count(*) n from erp.rate_sightings s join erp.exchange_rates r on r.id = s.rate_id"
                                + " where r.value_date = date '2025-07-31' and s.channel = ?",
                        "XLS"))
                .isEqualTo(1);
        RateView usd = FutureBank.rows("BCV", LocalDate.of(2025, 9, 16), "USD").get(0);
        assertThat(usd.rate()).isEqualByComparingTo("160.4479");
        assertThat(usd.operationDate()).isEqualTo(LocalDate.of(2025, 9, 12));
        assertThat(usd.channel()).isEqualTo("XLS");
        assertThat(SHOP.as(Role.ACCOUNTANT, SHOP.ccs, s -> s.rates().reparse()).problems())
                .isEmpty();
    }

    @Test
    void whatTheTablesSayDifferentlyWaitsForAPerson() {
        LocalDate day = LocalDate.of(2025, 2, 12);
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(day, new BigDecimal("59.9999"), Optional.empty()));
            return null;
        });
        ImportReport report = enter(Captures.read("bcv-xls/2_1_2a25_smc.xls"), day.minusDays(3));
        assertThat(report.held()).singleElement().asString().contains("2025-02-12", "was 59.9999 until now");
        assertThat(report.published()).doesNotContain(day.minusDays(8)).contains(day.plusDays(1));
    }

    @Test
    void theBanksOwnTableSettlesAMoveThatOnlyWaitedForASecondLook() {
        LocalDate monday = FutureBank.begin();
        FutureBank.take(monday, "1080.5");
        assertThat(FutureBank.rows("BCV", monday, "USD").get(0).state()).isEqualTo("SUSPECT");
        Publication page = BcvPage.of(FutureBank.page(monday, "1080.5")).publication();
        Publication table = new Publication(monday, page.rates(), List.of(), monday.minusDays(3), SHOP.clock.instant());
        Evidence evidence = Evidence.of(
                "table".getBytes(StandardCharsets.UTF_8),
                "https://bank.test/x.xls",
                SHOP.clock.instant(),
                null,
                "test/1");
        ImportReport report = SHOP.system(s -> s.rates()
                .enter(
                        new Read<>(
                                Attempt.at("XLS", SHOP.clock.instant()),
                                evidence,
                                new RateTables(List.of(table), List.of())),
                        EVER));
        assertThat(report.held()).isEmpty();
        assertThat(FutureBank.rows("BCV", monday, "USD").get(0).state()).isEqualTo("ACCEPTED");
        FutureBank.end();
    }

    @Test
    void theOldScaleIsHistoryAndNothingElse() {
        enter(Captures.read("bcv-xls/2_1_2a20_smc.xls"), EVER);
        RateView old = FutureBank.rows("BCV", LocalDate.of(2020, 3, 31), "USD").get(0);
        assertThat(old.quote()).isEqualTo("BSS");
        assertThat(old.rate()).isEqualByComparingTo("80270.0977");
        assertThat(SHOP.as(
                                Role.FRONT_DESK,
                                SHOP.ccs,
                                s -> s.rates().chart("BCV", Quoted.USD, EVER, LocalDate.of(2020, 12, 31)))
                        .points())
                .isEmpty();
    }

    @Test
    void theLinksAreTakenFromTheIndexBecauseNamesChange() {
        String index = """
            <html><a href="/sites/default/files/EstadisticasGeneral/2_1_2c26_smc_60.xls">III</a>
            <a href="/sites/default/files/EstadisticasGeneral/2_1_2b26_otrasmonedas.xls">II</a>
            <a href="/otra-cosa.xls">x</a><a href="/sites/2_1_1_tdc.xlsx">x</a></html>""";
        web.plays((request, out) -> (request.contains("page=0")
                        ? html(index)
                        : request.contains(".xls")
                                ? FaultyWeb.page(Captures.read("bcv-xls/2_1_2d25_smc.xls"), "application/vnd.ms-excel")
                                : html("<html></html>"))
                .answer(request, out));
        Fetched<List<URI>> links = archive.links(8);
        assertThat(links)
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat((List<?>) read.value())
                                .hasSize(2)
                                .first()
                                .asString()
                                .endsWith("2_1_2c26_smc_60.xls"));
        URI newest = ((Read<List<URI>>) links).value().get(0);
        assertThat(archive.fetch(newest)).isInstanceOf(Read.class);
    }

    @Test
    void anIndexWithoutTablesAndAnErrorInPlaceOfATableAreRefused() {
        web.plays(html("<html>mantenimiento</html>"));
        assertThat(archive.links(8)).isInstanceOf(RateSource.Rejected.class);
        assertThat(archive.fetch(web.url().resolve("/x/2_1_2a26_smc.xls"))).isInstanceOf(RateSource.Rejected.class);
        web.plays(FaultyWeb.status(503, "x"));
        assertThat(archive.links(8)).isInstanceOf(RateSource.Unavailable.class);
    }

    private ImportReport enter(byte[] workbook, LocalDate from) {
        Read<RateTables> read = (Read<RateTables>) archive.saved("test.xls", workbook);
        return SHOP.system(s -> s.rates().enter(read, from));
    }

    private static FaultyWeb.Play html(String text) {
        return FaultyWeb.page(text.getBytes(StandardCharsets.UTF_8), "text/html");
    }
}
