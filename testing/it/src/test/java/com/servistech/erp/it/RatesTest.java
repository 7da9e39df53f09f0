package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.cli.Main;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.rates.BankingCalendar;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.error.Conflict;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.rates.Conversion;
import com.servistech.erp.sdk.rates.EffectiveRate;
import com.servistech.erp.sdk.rates.Rate;
import com.servistech.erp.sdk.rates.RateChart;
import com.servistech.erp.sdk.rates.RateRefresh;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates over HTTP and on the command line, on the packaged server with a bank that the test plays. */
class RatesTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final LocalDate TODAY = LocalDate.now(Work.CARACAS);
    private static final BankingCalendar CALENDAR = BankingCalendar.shipped();

    private final ErpClient manager = SERVER.as("manager.ccs-01");
    private final ErpClient desk = SERVER.as("front-desk.ccs-01");

    @BeforeEach
    void theBankPublished() {
        SERVER.publishRate();
        assertThat(manager.rates().refresh("BCV").outcome()).isIn("PUBLISHED", "UNCHANGED");
    }

    @AfterEach
    void theBankPublishesTheSameAgain() {
        SERVER.publishRate();
    }

    @Test
    void theRateOfTodayIsShownWithItsProvenanceAndADocumentIsToldWhy() {
        Rate current = desk.rates().current("BCV", "USD");
        assertThat(current.rate()).isEqualByComparingTo(RunningServer.RATE);
        assertThat(current.stale()).contains(false);
        assertThat(current.state()).isEqualTo("ACCEPTED");
        assertThat(current.channel()).isEqualTo("PAGE");
        assertThat(current.evidence().orElseThrow()).hasSize(64);
        EffectiveRate effective = desk.rates().effective(TODAY, "USD");
        assertThat(effective.id()).isEqualTo(current.id());
        assertThat(effective.due()).isEqualTo(CALENDAR.sameOrNext(TODAY));
        assertThat(effective.provisional()).isFalse();
        assertThat(effective.reasonEs()).contains("fecha valor " + effective.due());
        assertThat(desk.rates().freshness().level()).isIn("FRESH", "LATE");
    }

    @Test
    void aConversionShowsItsCalculationAndAChartItsPoints() {
        Conversion converted = desk.rates().convert(Money.usd("10.00"), "VES");
        assertThat(converted.result().amount()).isEqualByComparingTo("9024.42");
        assertThat(converted.explanation()).startsWith("10.00 USD × 902.44170000 VES/USD = 9024.42 VES");
        RateChart chart = desk.rates().chart("BCV", "USD", LocalDate.of(2026, 1, 1), TODAY.plusDays(7));
        assertThat(chart.points()).hasSizeGreaterThan(100);
        assertThat(chart.change().orElseThrow()).isPositive();
    }

    @Test
    void aJumpWaitsUntilAManagerSaysWhatItIs() {
        LocalDate next = CALENDAR.next(CALENDAR.sameOrNext(TODAY));
        SERVER.publishRate(next, "1.202,44170000", "1.382,80795500");
        RateRefresh held = manager.rates().refresh("BCV");
        assertThat(held.outcome()).isEqualTo("REJECTED");
        assertThat(held.reason().orElseThrow()).contains("a person must confirm it");
        assertThat(held.rate().orElseThrow().rate()).isEqualByComparingTo(RunningServer.RATE);
        Rate suspect = manager.rates().waiting().stream()
                .filter(rate -> rate.base().equals("USD"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> desk.rates().confirm(suspect.id(), "lo dijo la radio"))
                .isInstanceOf(Forbidden.class);
        JsonObject refused = run(
                Map.of("ERP_USER_PASSWORD", Demo.PASSWORD),
                0,
                "confirm",
                suspect.id().toString(),
                "--user",
                "manager.vln-01@servistech.test",
                "--reason",
                "un error de la página",
                "--reject",
                "--json");
        assertThat(refused.getString("state")).isEqualTo("REJECTED");
        assertThatThrownBy(() -> manager.rates().confirm(suspect.id(), "lo dijo la radio"))
                .isInstanceOf(Conflict.class);
        assertThat(desk.rates().current("BCV", "USD").rate()).isEqualByComparingTo(RunningServer.RATE);
        assertThat(SERVER.as("admin")
                        .audit()
                        .list(CallOptions.none().query("entity", "rate_decisions"))
                        .items())
                .as("who decided stands in the chain's audit")
                .isNotEmpty();
    }

    @Test
    void aMarketThatIsNoneIsUnavailableAndNothingIsMadeUp() {
        RateRefresh none = manager.rates().refresh("BINANCE");
        assertThat(none.outcome()).isEqualTo("UNAVAILABLE");
        assertThat(none.rate()).isEmpty();
    }

    @Test
    void theCommandLineTellsTheSame() {
        Rate current = desk.rates().current("BCV", "USD");
        assertThat(run(Map.of(), 0, "current", "--json").getString("id"))
                .isEqualTo(current.id().toString());
        assertThat(run(Map.of(), 0, "effective", "--store", "CCS-01", "--json").getString("reasonEs"))
                .contains("fecha valor");
        assertThat(run(Map.of(), 0, "history", "--source", "BCV", "--limit", "5", "--json")
                        .getJsonArray("items"))
                .hasSize(5);
        assertThat(run(Map.of(), 0, "refresh", "--json").getString("outcome")).isEqualTo("UNCHANGED");
        JsonObject proof = run(Map.of(), 0, "reparse", "--json");
        assertThat(proof.getJsonArray("problems")).isEmpty();
        assertThat(proof.getInt("proved")).isPositive();
        assertThat(run(Map.of(), 1, "import", "--json")
                        .getJsonArray("files")
                        .getJsonObject(0)
                        .getString("error"))
                .as("the played bank has no tables")
                .contains("links to no tables");
    }

    /** Runs {@code erp rates ...} as operators do, in a process of its own. */
    private static JsonObject run(Map<String, String> more, int exit, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "rates"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        LocalStack stack = SERVER.stack();
        builder.environment()
                .putAll(Map.of(
                        "ERP_DB_HOST", "127.0.0.1",
                        "ERP_DB_PORT", Integer.toString(stack.postgresPort()),
                        "ERP_DB_NAME", LocalDatabase.NAME,
                        "ERP_DB_PASSWORD", stack.password("erp_app"),
                        "ERP_DB_POOL", "2",
                        "ERP_BCV_URL", SERVER.bank().toString(),
                        "REDIS_URL", stack.redisUrl()));
        builder.environment().putAll(more);
        try {
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isEqualTo(exit);
            return Json.createReader(
                            new StringReader(out.lines().reduce((a, b) -> b).orElse("{}")))
                    .readObject();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
