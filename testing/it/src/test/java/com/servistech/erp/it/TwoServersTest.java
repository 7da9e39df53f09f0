package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.TwoServers.Server;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.sdk.ErpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two real servers on one PostgreSQL, each with its batch container. Each test brings up the servers that it needs; in
 * this order the fewest have to be started.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SlowBank BANK = new SlowBank();
    private static final TwoServers CLUSTER = new TwoServers(BANK.url());

    @BeforeAll
    static void needs() {
        Project.requireProgram("pg_dump");
    }

    @AfterAll
    static void end() {
        CLUSTER.close();
        BANK.close();
    }

    @Test
    @Order(1)
    void j29RunsThatKeepEveryWorkerBusyLeaveTheServerToThoseWhoAskIt() throws Exception {
        CLUSTER.stop("right");
        Server only = CLUSTER.server("left");
        ErpClient admin = CLUSTER.admin(only);
        RunView backup = backingUp();
        RunView bank = asking();
        RunView waits = CLUSTER.ask("health-report");

        ExecutorService people = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(people.submit(() -> admin.jobs().list().items().size()));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isPositive();
        }
        people.shutdown();
        assertThat(CLUSTER.run(waits.id()).status())
                .as("both workers of the server are at work all the while")
                .isEqualTo(RunStatus.DUE);

        BANK.answer();
        CLUSTER.dump().goOn();
        assertThat(List.of(ended(bank.id()), ended(backup.id()), ended(waits.id())))
                .extracting(RunView::status)
                .containsOnly(RunStatus.COMPLETED);
    }

    @Test
    @Order(2)
    void j19AServerThatStartsWhileTheOtherWorksLeavesThatRunAlone() throws Exception {
        CLUSTER.stop("right");
        CLUSTER.server("left");
        RunView held = backingUp();
        assertThat(batch(held)).containsExactly("STARTED, on left");

        CLUSTER.server("right");
        assertThat(CLUSTER.run(held.id())).isEqualTo(held);
        assertThat(batch(held)).containsExactly("STARTED, on left");

        CLUSTER.dump().goOn();
        RunView ended = ended(held.id());
        assertThat(ended.status()).as(ended.toString()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.attempt()).isEqualTo(1);
        assertThat(ended.node()).isEqualTo(held.node());
        awaitBatch(ended, "COMPLETED, on left");
        assertThat(CLUSTER.rows("select split_part(serverid, '/', 1) from batch.jb_jobexecution where jobexecid = "
                        + ended.executionId()))
                .as("in one image they would be told apart by this alone")
                .containsExactly("left");
    }

    @Test
    @Order(3)
    void j03EachFireOfTheScheduleIsDoneOnceOverBothServers() throws Exception {
        CLUSTER.servers("left", "right");
        await(() -> CLUSTER.rows("select 1 from erp.job_plans where job = 'commissions'")
                        .isEmpty()
                ? null
                : true);
        CLUSTER.change("update erp.job_plans set since = since - interval '4 hours',"
                + " planned_until = planned_until - interval '4 hours' where job = 'commissions'");
        await(() -> CLUSTER.runs("commissions").size() < 48
                        || CLUSTER.runs("commissions").stream()
                                .anyMatch(run -> !run.status().over())
                ? null
                : true);

        List<RunView> runs = CLUSTER.runs("commissions");
        assertThat(runs).extracting(RunView::fireAt).doesNotHaveDuplicates();
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.attempt()).isEqualTo(1);
            assertThat(run.done()).isEqualTo(2);
        });
        assertThat(CLUSTER.rows("select entity_id || ' ' || count(*) from erp.outbox where topic = 'jobs.ended'"
                        + " and payload->>'job' = 'commissions' group by entity_id having count(*) > 1"))
                .as("told twice")
                .isEmpty();
        assertThat(CLUSTER.rows("select value from batch.jb_jobparameter where name = 'run'"
                        + " and value in (select id::text from erp.job_runs where job = 'commissions')"))
                .as("each by one execution of the batch container")
                .containsExactlyInAnyOrderElementsOf(
                        runs.stream().map(run -> run.id().toString()).toList());
    }

    @Test
    @Order(4)
    void j04AServerThatWasStoppedAndComesBackWritesNothing() throws Exception {
        CLUSTER.servers("left", "right");
        RunView held = asking();
        Server zombie = CLUSTER.running(CLUSTER.holder(held));
        RunView ended;
        List<String> written;
        zombie.signal("STOP");
        try {
            CLUSTER.endLease(held);
            ended = ended(held.id());
            written = written();
            awaitBatch(held, "DEAD, on " + zombie.host());
        } finally {
            zombie.signal("CONT");
        }
        assertThat(ended.status()).as(ended.toString()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.attempt()).isEqualTo(2);
        assertThat(CLUSTER.holder(ended)).isNotEqualTo(zombie.host());
        BANK.answer();
        awaitBatch(held, "FAILED, on " + zombie.host());

        assertThat(CLUSTER.run(held.id())).as("as the other server left it").isEqualTo(ended);
        assertThat(written()).as("what it learned meanwhile is not on record").isEqualTo(written);
    }

    @Test
    @Order(5)
    void j01ARunOfAServerThatIsKilledGoesOnAtTheOther() throws Exception {
        CLUSTER.servers("left", "right");
        RunView held = asking();
        Server killed = CLUSTER.running(CLUSTER.holder(held));
        CLUSTER.kill(killed);
        assertThat(CLUSTER.run(held.id()).status())
                .as("nobody takes it while its lease lasts")
                .isEqualTo(RunStatus.RUNNING);

        CLUSTER.endLease(held);
        RunView ended = ended(held.id());
        assertThat(ended.status()).as(ended.toString()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.attempt()).isEqualTo(2);
        awaitBatch(held, "DEAD, on " + killed.host());
        awaitBatch(ended, "COMPLETED, on " + CLUSTER.holder(ended));
        BANK.answer();
    }

    @Test
    @Order(6)
    void j30MetricsAndAuditSayWhatTheRowsSay() throws Exception {
        Server server = CLUSTER.server("left");
        RunView failed = CLUSTER.ask("binance-rates");
        await(() -> CLUSTER.run(failed.id()).attempt() == 1
                        && CLUSTER.run(failed.id()).status() == RunStatus.DUE
                ? true
                : null);
        CLUSTER.admin(server).jobs().cancel(failed.id());

        Set<String> rows = await(() -> {
            Set<String> now = Set.copyOf(CLUSTER.rows(
                    "select job || ' ' || status || ' ' || count(*) from erp.job_runs group by job, status"));
            return now.equals(counted(server)) ? now : null;
        });
        assertThat(rows).contains("binance-rates CANCELLED 1");
        assertThat(CLUSTER.rows("select id from erp.job_runs r where cause = 'MANUAL' and 1 <> (select count(*) from"
                        + " erp.audit_entries a where a.note = 'job.asked' and a.entity_id = r.id)"))
                .as("asked for, and not once on record")
                .isEmpty();
        assertThat(CLUSTER.rows("select entity_id from erp.audit_entries where note = 'job.cancelled'"))
                .containsExactlyElementsOf(
                        CLUSTER.rows("select id from erp.job_runs where cancel_asked_at is not null"));
    }

    /** Runs by job and outcome, as the metrics have them. */
    private static Set<String> counted(Server server) {
        return Pattern.compile("^erp_job_runs\\{([^}]*)} ([0-9.]+)$", Pattern.MULTILINE)
                .matcher(CLUSTER.metrics(server))
                .results()
                .filter(line -> Double.parseDouble(line.group(2)) > 0)
                .map(line -> tag(line.group(1), "job") + " " + tag(line.group(1), "outcome") + " "
                        + (int) Double.parseDouble(line.group(2)))
                .collect(Collectors.toSet());
    }

    private static String tag(String tags, String name) {
        return tags.replaceFirst(".*\\b" + name + "=\"([^\"]*)\".*", "$1");
    }

    /** What the batch container has on record of an attempt: how it ended, and which server it is of. */
    private static List<String> batch(RunView attempt) {
        return CLUSTER.rows("select case batchstatus when 1 then 'STARTED' else exitstatus end || ', on '"
                + " || substring(serverid from '/(left|right)/') from batch.jb_jobexecution where jobexecid = "
                + attempt.executionId());
    }

    private static void awaitBatch(RunView attempt, String record) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!batch(attempt).equals(List.of(record)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(batch(attempt)).containsExactly(record);
    }

    private static List<String> written() {
        return CLUSTER.rows("select a::text from erp.rate_attempts a order by 1");
    }

    /** A run that waits for the bank's answer. */
    private static RunView asking() throws IOException {
        BANK.letWait(1);
        RunView asked = CLUSTER.ask("bcv-rates");
        BANK.awaitAsked();
        return CLUSTER.run(asked.id());
    }

    /** A run that waits for the dump, for as long as it takes. */
    private static RunView backingUp() throws IOException {
        CLUSTER.dump().letWait();
        RunView asked = CLUSTER.ask("database-backup");
        await(() -> CLUSTER.dump().isBegun() ? true : null);
        return CLUSTER.run(asked.id());
    }

    private static RunView ended(UUID run) {
        return await(() -> {
            RunView now = CLUSTER.run(run);
            return now.status().over() ? now : null;
        });
    }

    private static <T> T await(Supplier<T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T answer = question.get();
        while (answer == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = question.get();
        }
        assertThat(answer).as("within " + PATIENCE).isNotNull();
        return answer;
    }
}
