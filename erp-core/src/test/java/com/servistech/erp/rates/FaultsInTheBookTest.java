package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.kit.FaultyWeb;
import com.servistech.erp.kit.TestCertificates;
import com.servistech.erp.kit.TestCertificates.Holder;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.rates.bcv.BcvWebsite;
import com.servistech.erp.rates.bcv.FakePage;
import com.servistech.erp.rates.web.Patience;
import com.servistech.erp.testkit.ErpFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a web server that misbehaves to the book: whatever it does, the rate of before stays and the attempt is kept. */
class FaultsInTheBookTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final String HTML = "text/html";
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(600), Duration.ofSeconds(5), List.of(), 200_000);

    private FaultyWeb web = FaultyWeb.plain();

    @AfterEach
    void close() {
        web.close();
        FutureBank.end();
    }

    @Test
    void noFaultOfTheServerTouchesTheRateThatIsKnown() {
        LocalDate monday = FutureBank.begin();
        byte[] good = FutureBank.page(monday, "1003.1");
        String html = new String(good, StandardCharsets.UTF_8);
        played(web.silent(), Outcome.UNAVAILABLE);
        played(web.stalled(), Outcome.UNAVAILABLE);
        played(FaultyWeb.truncated(good), Outcome.UNAVAILABLE);
        played(FaultyWeb.status(500, "x"), Outcome.UNAVAILABLE);
        played(FaultyWeb.status(403, "<html>Blocked</html>"), Outcome.UNAVAILABLE);
        played(page("<html>Sitio en mantenimiento</html>"), Outcome.REJECTED);
        played(page(html.replace("id=\"dolar\" class", "id=\"otro\" class")), Outcome.REJECTED);
        played(FaultyWeb.page(new FakePage().usd("0,00000000").bytes(), HTML), Outcome.REJECTED);
        played(FaultyWeb.page(new FakePage().usd("-1,00000000").bytes(), HTML), Outcome.REJECTED);
        played(FaultyWeb.bomb(30_000_000), Outcome.REJECTED);
        played(FaultyWeb.page(FutureBank.page(monday.minusDays(4), "999.9"), HTML), Outcome.UNCHANGED);
        played(FaultyWeb.page(FutureBank.page(monday, "10000.5"), HTML), Outcome.REJECTED);
        played(FaultyWeb.page(FutureBank.page(monday.plusDays(30), "1003.1"), HTML), Outcome.REJECTED);
        assertThat(played(FaultyWeb.page(good, HTML), Outcome.PUBLISHED, "1003.1")
                        .waiting())
                .as("after all that the good page counts as if nothing had been")
                .noneMatch(row -> row.valueDate().equals(monday));
    }

    @Test
    void aBankThatIsSuddenlyVouchedForByOthersIsAlertedOnce(@TempDir Path folder) {
        LocalDate monday = FutureBank.begin();
        Holder root = TestCertificates.authority("Root", null);
        Holder first = TestCertificates.authority("First", root);
        Holder second = TestCertificates.authority("Second", root);
        Path trusted = TestCertificates.pem(folder.resolve("ca.pem"), root.certificate());
        byte[] page = FutureBank.page(monday, "1003.1");
        for (Holder issuer : List.of(first, first, second, second)) {
            web.close();
            web = FaultyWeb.tls(TestCertificates.presenting(
                            TestCertificates.server("127.0.0.1", issuer), issuer.certificate()))
                    .plays(FaultyWeb.page(page, HTML));
            SHOP.clock.advance(Duration.ofMinutes(15));
            take(Optional.of(trusted));
        }
        assertThat(FutureBank.alerts().stream().filter(alert -> alert.contains("ISSUERS_CHANGED")))
                .hasSize(1);
        web.close();
        web = FaultyWeb.tls(TestCertificates.presenting(TestCertificates.server("127.0.0.1", null)))
                .plays(FaultyWeb.page(page, HTML));
        for (int i = 0; i < 2; i++) {
            SHOP.clock.advance(Duration.ofMinutes(15));
            assertThat(take(Optional.of(trusted)).outcome()).isEqualTo(Outcome.UNAVAILABLE);
        }
        assertThat(FutureBank.alerts().stream().filter(alert -> alert.contains("UNTRUSTED")))
                .hasSize(1);
    }

    private Refreshed played(FaultyWeb.Play play, Outcome outcome) {
        return played(play, outcome, "1000");
    }

    private Refreshed played(FaultyWeb.Play play, Outcome outcome, String rate) {
        web.plays(play);
        SHOP.clock.advance(Duration.ofMinutes(1));
        long before = attempts(outcome);
        Refreshed refreshed = take(Optional.empty());
        assertThat(refreshed.outcome()).as(refreshed.reason()).isEqualTo(outcome);
        assertThat(refreshed.rate().rate()).isEqualByComparingTo(rate);
        assertThat(attempts(outcome)).isEqualTo(before + 1);
        return refreshed;
    }

    private Refreshed take(Optional<Path> issuers) {
        BcvWebsite site = new BcvWebsite(BcvWebsite.web(SHOP.clock, duration -> {}, SHORT, issuers), web.url());
        var fetched = site.fetch();
        return SHOP.system(s -> s.rates().take(fetched));
    }

    private static long attempts(Outcome outcome) {
        return FutureBank.count("select count(*) n from erp.rate_attempts where outcome = ?", outcome.name());
    }

    private static FaultyWeb.Play page(String html) {
        return FaultyWeb.page(html.getBytes(StandardCharsets.UTF_8), HTML);
    }
}
