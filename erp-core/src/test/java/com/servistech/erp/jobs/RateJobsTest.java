package com.servistech.erp.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobNode;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.RatesConfig;
import com.servistech.erp.kit.BcvServer;
import com.servistech.erp.kit.SettableClock;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.SystemCaller;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The real jobs of rates, against a bank that answers and one that does not. */
class RateJobsTest {

    private static final SystemCaller SYSTEM = SystemCaller.of("test");
    /** A banking day long after those of other tests: 08:00 in Caracas. */
    private static final Instant MORNING = Instant.parse("2027-03-09T12:00:00Z");

    @Test
    void j22ABankThatDoesNotAnswerFailsTheRunAndTheOldRateStaysUntilItAnswersAgain() {
        SettableClock clock = new SettableClock(MORNING);
        try (BcvServer bank = BcvServer.start()) {
            bank.publish(LocalDate.of(2027, 3, 9), "877,10000000", "1.008,66500000");
            try (Erp erp = open(bank.url(), clock)) {
                RunView first = run(erp);
                assertThat(first.status()).as(first.toString()).isEqualTo(RunStatus.COMPLETED);
                assertThat(rate(erp)).isEqualTo("877.10000000");
            }
        }
        clock.advance(Duration.ofDays(1));
        try (Erp erp = open(URI.create("http://127.0.0.1:9/"), clock)) {
            RunView failed = run(erp);
            assertThat(failed.status()).as("tried again").isEqualTo(RunStatus.DUE);
            assertThat(failed.error()).startsWith("UNAVAILABLE");
            assertThat(rate(erp)).isEqualTo("877.10000000");
            clock.advance(Duration.ofHours(1));
            JobNode node = erp.jobNode("rates", Duration.ofMinutes(1));
            node.work();
            clock.advance(Duration.ofHours(1));
            assertThat(node.work().orElseThrow().status()).isEqualTo(RunStatus.FAILED);
            assertThat(node.watch())
                    .anyMatch(alert -> alert.kind() == Alert.Kind.FAILED
                            && alert.job().equals("bcv-rates")
                            && alert.detail().startsWith("UNAVAILABLE"));
        }
    }

    private static RunView run(Erp erp) {
        RunView asked = erp.inChain(SYSTEM).write(s -> s.jobs().ask("bcv-rates"));
        JobNode node = erp.jobNode("rates", Duration.ofMinutes(1));
        RunView ended = node.work().orElseThrow();
        assertThat(ended.id()).isEqualTo(asked.id());
        return ended;
    }

    private static String rate(Erp erp) {
        return erp.inChain(SYSTEM)
                .read(s -> s.rates().current("BCV", Currency.USD))
                .rate()
                .toPlainString();
    }

    private static Erp open(URI bank, SettableClock clock) {
        ErpConfig all = Nodes.SHOP.config();
        ErpConfig config = new ErpConfig(
                all.database(), all.tokenKeys(), RatesConfig.asking(bank), all.redis(), all.provider(), all.jobs());
        return Erp.start(new PlainRuntime(config, clock));
    }
}
