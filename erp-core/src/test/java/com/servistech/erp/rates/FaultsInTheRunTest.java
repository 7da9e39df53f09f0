package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.JobBook;
import com.servistech.erp.JobTask;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.Refresh;
import com.servistech.erp.jobs.Catalogue;
import com.servistech.erp.jobs.Job;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.jobs.Schedule;
import com.servistech.erp.kit.FaultyWeb;
import com.servistech.erp.rates.bcv.BcvWebsite;
import com.servistech.erp.rates.bcv.FakePage;
import com.servistech.erp.rates.web.Patience;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.ErpFixture;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run that asks a bank which misbehaves says so; the rate that is known stays, and people hear of it. */
class FaultsInTheRunTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final Job JOB =
            Job.of("test-bank-faults", Schedule.of(Work.CARACAS)).attempts(1);
    private static final String HTML = "text/html";
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(600), Duration.ofSeconds(5), List.of(), 200_000);

    @Test
    void j22ARunThatLearnsNothingFailsTheOldRateStaysItsAgeIsShownAndPeopleAreTold() {
        LocalDate monday = FutureBank.begin();
        byte[] good = FutureBank.page(monday, "1003.1");
        try (FaultyWeb web = FaultyWeb.plain();
                Erp erp = Erp.start(new PlainRuntime(SHOP.config(), SHOP.clock), book -> asking(web.url()))) {
            for (FaultyWeb.Play fault : List.of(
                    FaultyWeb.nothing(),
                    web.silent(),
                    web.stalled(),
                    FaultyWeb.status(500, "x"),
                    FaultyWeb.page(new byte[] {0, 1, 2, 3}, "application/octet-stream"),
                    FaultyWeb.page("<html>Sitio en mantenimiento</html>".getBytes(StandardCharsets.UTF_8), HTML),
                    FaultyWeb.page(new FakePage().usd("0,00000000").bytes(), HTML),
                    FaultyWeb.page(new FakePage().usd("-1,00000000").bytes(), HTML))) {
                web.plays(fault);
                RunView run = run(erp);
                assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.FAILED);
                assertThat(run.error()).matches("(?s)(UNAVAILABLE|REJECTED): .+");
                assertThat(known(monday)).isEmpty();
            }
            web.plays(FaultyWeb.page(FutureBank.page(monday.minusDays(4), "999.9"), HTML));
            assertThat(run(erp).note()).as("yesterday's page says nothing new").startsWith("UNCHANGED");
            assertThat(FutureBank.alerts()).anyMatch(alert -> alert.contains("FAILING"));

            SHOP.clock.advance(Duration.ofDays(3));
            Freshness shown = SHOP.system(s -> s.rates().watch());
            assertThat(shown.level()).isEqualTo(Freshness.Level.MISSING);
            assertThat(shown.valueDate()).as("the rate of before").isEqualTo(monday.minusDays(3));
            assertThat(FutureBank.alerts()).anyMatch(alert -> alert.contains("LATE"));

            web.plays(FaultyWeb.page(good, HTML));
            assertThat(run(erp).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(known(monday)).hasSize(1);
        } finally {
            FutureBank.end();
        }
    }

    private static RunView run(Erp erp) {
        SHOP.clock.advance(Duration.ofMinutes(15));
        erp.inChain(SystemCaller.of("test")).write(s -> s.jobs().ask(JOB.name()));
        return erp.jobNode("bank-faults", Duration.ofMinutes(10)).work().orElseThrow();
    }

    private static List<RateView> known(LocalDate day) {
        return FutureBank.rows("BCV", day, "USD");
    }

    private static JobBook asking(URI bank) {
        BcvWebsite site = new BcvWebsite(BcvWebsite.web(SHOP.clock, pause -> {}, SHORT, Optional.empty()), bank);
        RateSources sources = new RateSources(site, null, null, List.of());
        return JobBook.of(
                new Catalogue(List.of(JOB)),
                List.of(JobTask.ofTheChain(JOB.name(), at -> Refresh.ask(sources, Refresh.Source.BCV)::end)));
    }
}
