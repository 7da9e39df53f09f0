package com.servistech.erp.rates.bcv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.kit.FaultyWeb;
import com.servistech.erp.kit.FaultyWeb.Play;
import com.servistech.erp.kit.TestCertificates;
import com.servistech.erp.kit.TestCertificates.Holder;
import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Rejected;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.web.Addresses;
import com.servistech.erp.rates.web.Patience;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault that a web server can play, with what comes of it. That the old rate stays is FaultsInTheBookTest's. */
class BankFaultsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-02T20:00:00Z"), ZoneOffset.UTC);
    private static final byte[] PAGE = new FakePage().bytes();
    private static final String HTML = "text/html; charset=utf-8";

    /** Short, so that a fault that only time shows is seen soon. */
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(2),
            Duration.ofMillis(600),
            Duration.ofSeconds(20),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(8)),
            200_000);

    private final List<Duration> pauses = new ArrayList<>();
    private FaultyWeb web = FaultyWeb.plain();

    @AfterEach
    void close() {
        web.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("silent", web -> web.silent(), Unavailable.class, "no whole answer", 3),
                fault("slow body", web -> web.stalled(), Unavailable.class, "no whole answer", 3),
                fault("truncated", web -> FaultyWeb.truncated(PAGE), Unavailable.class, "cannot be reached", 3),
                fault("closed without a word", web -> FaultyWeb.nothing(), Unavailable.class, "cannot be reached", 3),
                fault("500", web -> FaultyWeb.status(500, "x"), Unavailable.class, "status 500", 3),
                fault("429", web -> FaultyWeb.status(429, "x"), Unavailable.class, "status 429", 3),
                fault("403 page", web -> FaultyWeb.status(403, "<h1>Blocked</h1>"), Unavailable.class, "status 403", 1),
                fault(
                        "maintenance page",
                        web -> FaultyWeb.page("<html>Mantenimiento</html>".getBytes(StandardCharsets.UTF_8), HTML),
                        Rejected.class,
                        "the block of official rates",
                        1),
                fault("too large", web -> FaultyWeb.page(new byte[300_000], HTML), Rejected.class, "larger than", 1),
                fault("gzip bomb", web -> FaultyWeb.bomb(50_000_000), Rejected.class, "larger than 200000 bytes", 1),
                fault("unknown packing", web -> FaultyWeb.packedAs("br", PAGE), Rejected.class, "packed as br", 1),
                fault("not gzip", web -> FaultyWeb.packedAs("gzip", PAGE), Unavailable.class, "cannot be reached", 3),
                fault("circles", web -> FaultyWeb.redirect("/"), Unavailable.class, "around in circles", 1),
                fault(
                        "redirect to plain http",
                        web -> FaultyWeb.redirect("http://www.bcv.org.ve/"),
                        Unavailable.class,
                        "plain http is for this machine only",
                        1),
                fault("zero", page(page -> page.usd("0,00000000")), Rejected.class, "not above zero", 1),
                fault("negative", page(page -> page.usd("-871,36890000")), Rejected.class, "not a number", 1),
                fault(
                        "changed layout",
                        web -> FaultyWeb.page(
                                new FakePage().html().replace("<strong", "<b").getBytes(StandardCharsets.UTF_8), HTML),
                        Rejected.class,
                        "the number of #dolar is there 0 times",
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultHasItsOutcome(
            String name, Function<FaultyWeb, Play> play, Class<?> outcome, String reason, int requests) {
        web.plays(play.apply(web));
        Fetched<Publication> fetched = site(web.url()).fetch();
        assertThat(fetched).isInstanceOf(outcome);
        assertThat(reason(fetched)).contains(reason);
        assertThat(web.requests()).hasSize(seen(name, requests));
        assertThat(pauses).hasSize(requests - 1);
    }

    /** A redirect is followed three times; a connection that ends before its answer the JDK itself opens once more. */
    private static int seen(String name, int requests) {
        if (name.equals("circles")) {
            return 4;
        }
        return name.equals("closed without a word") ? 2 * requests : requests;
    }

    @Test
    void whatPassesByItselfIsWaitedForLongerEachTime() {
        web.plays(FaultyWeb.status(503, "x"), FaultyWeb.truncated(PAGE), FaultyWeb.page(PAGE, HTML));
        Fetched<Publication> fetched = site(web.url()).fetch();
        assertThat(fetched).isInstanceOf(Read.class);
        assertThat(fetched.attempt().tries()).isEqualTo(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
    }

    @Test
    void aGoodPageIsReadPackedOrNotAndItsBodyIsTheEvidence() {
        web.plays(FaultyWeb.gzip(PAGE, HTML), FaultyWeb.page(PAGE, HTML));
        Read<Publication> packed = (Read<Publication>) site(web.url()).fetch();
        Read<Publication> plain = (Read<Publication>) site(web.url()).fetch();
        assertThat(packed.value()).isEqualTo(plain.value());
        assertThat(packed.evidence().sha256()).isEqualTo(plain.evidence().sha256());
        assertThat(packed.evidence().body()).isEqualTo(PAGE);
        assertThat(packed.evidence().requestedAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void theServerLearnsHonestlyWhoAsks() {
        web.plays(FaultyWeb.page(PAGE, HTML));
        site(web.url()).fetch();
        assertThat(web.requests().get(0))
                .contains("User-Agent: ServisTech-ERP/")
                .doesNotContain("Mozilla");
    }

    @Test
    void nobodyListensAndTheErpSaysSo() {
        URI gone = web.url();
        web.close();
        assertThat(reason(site(gone).fetch())).contains("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.bcv.org.ve/",
                "http://10.0.0.1/",
                "ftp://localhost/",
                "http://localhost.evil.test/",
                "https:///x"
            })
    void onlyHttpsOrThisMachineIsAsked(String address) {
        assertThatThrownBy(() -> Addresses.requireTrustworthy(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCertificateOfNobodyWeTrustIsRefusedAtOnce() {
        serve(TestCertificates.presenting(TestCertificates.server("127.0.0.1", null)));
        assertUntrusted(site(web.url(), Optional.empty()).fetch());
    }

    @Test
    void aCertificateForAnotherNameIsRefused(@TempDir Path folder) {
        Holder root = TestCertificates.authority("Root", null);
        serve(TestCertificates.presenting(TestCertificates.server("127.0.0.1", root)));
        Path trusted = TestCertificates.pem(folder.resolve("ca.pem"), root.certificate());
        assertThat(site(web.url(), Optional.of(trusted)).fetch()).isInstanceOf(Read.class);
        assertUntrusted(site(web.url("localhost"), Optional.of(trusted)).fetch());
    }

    /** The bank's own fault: it presents the wrong intermediate. */
    @Test
    void anIncompleteChainIsRefusedUntilTheMissingIssuerIsGiven(@TempDir Path folder) {
        Holder root = TestCertificates.authority("Root", null);
        Holder right = TestCertificates.authority("Right intermediate", root);
        Holder wrong = TestCertificates.authority("Wrong intermediate", root);
        serve(TestCertificates.presenting(TestCertificates.server("127.0.0.1", right), wrong.certificate()));
        Path rootOnly = TestCertificates.pem(folder.resolve("root.pem"), root.certificate());
        assertUntrusted(site(web.url(), Optional.of(rootOnly)).fetch());
        Path both = TestCertificates.pem(folder.resolve("both.pem"), root.certificate(), right.certificate());
        assertThat(site(web.url(), Optional.of(both)).fetch()).isInstanceOf(Read.class);
        Path rightOnly = TestCertificates.pem(folder.resolve("right.pem"), right.certificate());
        assertThat(site(web.url(), Optional.of(rightOnly)).fetch()).isInstanceOf(Read.class);
    }

    @Test
    void whoVouchesForTheServerIsRememberedAndARenewedServerCertificateIsNoChange(@TempDir Path folder) {
        Holder root = TestCertificates.authority("Root", null);
        Holder first = TestCertificates.authority("First", root);
        Holder second = TestCertificates.authority("Second", root);
        Optional<Path> trusted = Optional.of(TestCertificates.pem(folder.resolve("ca.pem"), root.certificate()));
        List<String> issuers = new ArrayList<>();
        for (Holder issuer : List.of(first, first, second)) {
            serve(TestCertificates.presenting(TestCertificates.server("127.0.0.1", issuer), issuer.certificate()));
            issuers.add(site(web.url(), trusted).fetch().attempt().issuers());
        }
        assertThat(issuers.get(0)).hasSize(64).isEqualTo(issuers.get(1)).isNotEqualTo(issuers.get(2));
    }

    @Test
    void aFileThatHoldsNoIssuersStopsTheStart(@TempDir Path folder) throws java.io.IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("x.pem"), "nothing");
        assertThatThrownBy(() -> site(web.url(), Optional.of(file))).hasMessageContaining("x.pem");
    }

    @Test
    void theIssuerThatTheBanksServerForgetsShipsWithTheErp() throws Exception {
        var certificates = java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificates(BcvWebsite.class.getResourceAsStream("bank-issuers.pem"));
        assertThat(certificates).hasSize(1);
        var issuer =
                (java.security.cert.X509Certificate) certificates.iterator().next();
        assertThat(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(issuer.getEncoded())))
                .isEqualTo("8c54c334b66ba4e426772af4a3f9136c19a1aec729fdb28c535c07a5a4ef22e0");
        issuer.checkValidity(java.util.Date.from(Instant.parse("2036-03-01T00:00:00Z")));
    }

    private void serve(javax.net.ssl.SSLContext identity) {
        web.close();
        web = FaultyWeb.tls(identity).plays(FaultyWeb.page(PAGE, HTML));
    }

    private void assertUntrusted(Fetched<Publication> fetched) {
        assertThat(fetched).isInstanceOfSatisfying(Unavailable.class, none -> {
            assertThat(none.untrusted()).isTrue();
            assertThat(none.reason()).contains("certificate cannot be verified");
        });
        assertThat(pauses).as("asking again would not help").isEmpty();
    }

    private BcvWebsite site(URI url) {
        return site(url, Optional.empty());
    }

    private BcvWebsite site(URI url, Optional<Path> issuers) {
        return new BcvWebsite(BcvWebsite.web(CLOCK, pauses::add, SHORT, issuers), url);
    }

    private static String reason(Fetched<Publication> fetched) {
        if (fetched instanceof Unavailable<Publication> none) {
            return none.reason();
        }
        return fetched instanceof Rejected<Publication> rejected ? rejected.reason() : "read";
    }

    private static Function<FaultyWeb, Play> page(Function<FakePage, FakePage> change) {
        return web -> FaultyWeb.page(change.apply(new FakePage()).bytes(), HTML);
    }

    private static Arguments fault(
            String name, Function<FaultyWeb, Play> play, Class<?> outcome, String reason, int requests) {
        return Arguments.of(name, play, outcome, reason, requests);
    }
}
