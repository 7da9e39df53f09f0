package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.SHOP;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobLoop;
import com.servistech.erp.JobNode;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.JobsConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.kit.SlackServer;
import com.servistech.erp.notifications.WaitingNotice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are to be told outlives the process that would have told it. */
class TellingTest {

    @BeforeEach
    void nothingElseWaits() {
        Nodes.change("update erp.outbox_relay set node = null");
        SHOP.erp.jobNode("telling-before", Nodes.LEASE).relay();
        Nodes.change("update erp.outbox_relay set node = null");
        Nodes.change("update erp.notices set status = 'GIVEN_UP', tried_at = null");
    }

    @Test
    void aFailureThatItsOwnProcessCouldNotTellIsToldByTheNextOne() throws InterruptedException {
        try (Nodes nodes = Nodes.of(failing(), at -> s -> new Ended(false, "no paper in the printer"));
                SlackServer slack = SlackServer.start();
                Erp heir = telling(slack.webhook())) {
            nodes.ask();
            nodes.first().jobs.work();
            nodes.first().jobs.relay();
            Nodes.change("update erp.outbox_relay set node = null");
            assertThat(waiting()).as("kept by a process that has no channel").isEqualTo(1);

            assertThat(heir.jobNode("heir", Nodes.LEASE).tell()).isTrue();
            assertThat(slack.next()).contains(nodes.run().job()).contains("no paper in the printer");
            assertThat(waiting()).isZero();
            assertThat(nodes.first().jobs.relay()).isZero();
            assertThat(waiting()).as("once for each event").isZero();
        }
    }

    @Test
    void whatAProcessWasAboutToTellWhenItDiedIsToldAfterItsLease() throws InterruptedException {
        try (Nodes nodes = Nodes.of(failing(), at -> s -> new Ended(false, "no ink"));
                SlackServer slack = SlackServer.start();
                Erp heir = telling(slack.webhook())) {
            nodes.ask();
            nodes.first().jobs.work();
            nodes.first().jobs.relay();
            Nodes.change("update erp.outbox_relay set node = null");
            Optional<WaitingNotice> taken = SHOP.system(s -> s.notifications().next(Duration.ZERO));
            assertThat(taken).isPresent();

            JobNode node = heir.jobNode("heir", Nodes.LEASE);
            assertThat(node.tell()).as("the other may still be telling it").isFalse();
            Nodes.change(
                    "update erp.notices set not_before = '-infinity', tried_at = '-infinity' where status = 'WAITING'");
            assertThat(node.tell()).isTrue();
            assertThat(slack.next()).contains("no ink");
        }
    }

    @Test
    void j27WhileSlackIsAwayNoticesWaitInOrderAndNoJobFails() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Nodes nodes = Nodes.of(
                        failing(),
                        at -> s -> new Ended(false, "trouble " + at.run().attempt()));
                SlackServer slack = SlackServer.start();
                Erp erp = telling(slack.webhook())) {
            slack.refuse(503, 429);
            nodes.ask();
            nodes.first().jobs.work();
            nodes.ask();
            nodes.first().jobs.work();
            assertThat(nodes.runs()).hasSize(2);
            JobLoop.Pace pace = new JobLoop.Pace(
                    Duration.ofMillis(20), Duration.ofMinutes(1), 0, Duration.ZERO, Duration.ofSeconds(20));
            try (JobLoop loop = JobLoop.start(erp, "telling", pace, threads)) {
                assertThat(slack.next()).contains("trouble");
                assertThat(slack.next()).contains("trouble");
            }
            assertThat(slack.refusalsLeft()).isZero();
        } finally {
            threads.shutdown();
        }
    }

    private static Job failing() {
        return job("0 * * * *").attempts(1);
    }

    private static int waiting() {
        return SHOP.system(s -> s.notifications().waiting());
    }

    private static Erp telling(URI webhook) {
        ErpConfig all = SHOP.config();
        return Erp.start(new PlainRuntime(
                new ErpConfig(
                        all.database(),
                        all.tokenKeys(),
                        all.rates(),
                        all.redis(),
                        all.provider(),
                        all.files(),
                        all.backups(),
                        new JobsConfig("telling", true, Map.of(), webhook)),
                Clock.systemUTC()));
    }
}
