package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.START;
import static com.servistech.erp.jobs.Nodes.counting;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.JobTask;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each minute of a schedule is one run, on however many nodes, with whatever clocks they have. */
class OnceTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void j03FiveHundredTicksOnTwoNodesFireOnceEach() throws Exception {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("* * * * *"), counting(done))) {
            CyclicBarrier sameMoment = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<?>> both = new ArrayList<>();
            for (Nodes.Node node : List.of(nodes.first(), nodes.second())) {
                both.add(threads.submit(() -> {
                    for (int minute = 1; minute <= 500; minute++) {
                        node.clock.set(START.plus(Duration.ofMinutes(minute)));
                        sameMoment.await();
                        node.jobs.plan();
                        node.jobs.work();
                    }
                    while (node.jobs.work().isPresent()) {
                        // what was still waiting
                    }
                    return null;
                }));
            }
            for (Future<?> each : both) {
                each.get();
            }
            threads.shutdown();

            assertThat(fires(nodes)).hasSize(500).doesNotHaveDuplicates();
            long completed = count(nodes, RunStatus.COMPLETED);
            assertThat(completed).as("one effect for each completed run").isEqualTo(done.get());
            // a node may plan a minute while the other still works on the one before: then it is skipped, and says so
            assertThat(completed + count(nodes, RunStatus.SKIPPED)).isEqualTo(500);
        }
    }

    @Test
    void j08AClockThatGoesBackFiresNothingAgain() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done))) {
            nodes.at(START.plus(Duration.ofMinutes(60)));
            tick(nodes.first());
            nodes.at(START.plus(Duration.ofMinutes(10)));
            tick(nodes.first());
            nodes.at(START.plus(Duration.ofMinutes(60)));
            tick(nodes.first());
            nodes.at(START.plus(Duration.ofMinutes(120)));
            tick(nodes.second());

            assertThat(done).hasValue(2);
        }
    }

    @Test
    void j08AClockThatWasADayAheadLeavesOutNothingOfToday() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 8,13 * * *"), counting(done))) {
            nodes.first().clock.set(START.plus(DAY));
            tick(nodes.first());
            // put right: 13:00 of the first day is still to come
            nodes.at(Instant.parse("2026-11-24T17:00:30Z"));
            tick(nodes.first());

            assertThat(nodes.runs())
                    .filteredOn(run -> run.status() == RunStatus.COMPLETED)
                    .extracting(RunView::fireAt)
                    .contains(Instant.parse("2026-11-24T17:00:00Z"));
        }
    }

    @Test
    void j09NodesWhoseClocksAreFiveMinutesApartFireOnce() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done))) {
            for (int minute = 0; minute <= 180; minute++) {
                nodes.first().clock.set(START.plus(Duration.ofMinutes(minute + 5L)));
                nodes.second().clock.set(START.plus(Duration.ofMinutes(minute)));
                tick(nodes.first());
                tick(nodes.second());
            }
            assertThat(done).hasValue(3);
            assertThat(fires(nodes)).doesNotHaveDuplicates();
        }
    }

    @Test
    void j12AfterAnOutageTheNewestMissedFireIsRunAndTheOthersAreWrittenDown() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            nodes.at(START.plus(Duration.ofMinutes(200)));
            tick(nodes.first());
            tick(nodes.first());

            assertThat(nodes.runs())
                    .extracting(RunView::status)
                    .containsExactly(RunStatus.MISSED, RunStatus.MISSED, RunStatus.COMPLETED);
        }
    }

    @Test
    void j12OrEachOfThemOrNoneAndNeverOneThatIsTooOld() {
        Job all = job("0 * * * *").onMisfire(Misfire.RUN_ALL).onOverlap(Overlap.WAIT);
        try (Nodes nodes =
                Nodes.of(all.within(Duration.ofHours(2), Duration.ofHours(1)), counting(new AtomicInteger()))) {
            nodes.at(START.plus(Duration.ofMinutes(200)));
            tick(nodes.first());
            assertThat(nodes.runs())
                    .extracting(RunView::status)
                    .containsExactly(RunStatus.MISSED, RunStatus.COMPLETED, RunStatus.COMPLETED);
        }
        try (Nodes nodes = Nodes.of(job("0 * * * *").onMisfire(Misfire.SKIP), counting(new AtomicInteger()))) {
            nodes.at(START.plus(Duration.ofMinutes(190)));
            tick(nodes.first());
            assertThat(nodes.runs()).extracting(RunView::status).containsOnly(RunStatus.MISSED);
        }
    }

    @Test
    void j13AFireWhileTheRunBeforeIsNotOverIsSkippedOrWaitsItsTurn() {
        AtomicInteger done = new AtomicInteger();
        for (Overlap rule : Overlap.values()) {
            Nodes[] cluster = new Nodes[1];
            try (Nodes nodes = Nodes.of(job("0 * * * *").onOverlap(rule), at -> s -> {
                if (done.getAndIncrement() == 0) {
                    cluster[0].second().clock.set(START.plus(Duration.ofHours(2)));
                    cluster[0].second().jobs.plan();
                    assertThat(cluster[0].second().jobs.work())
                            .as("one at a time")
                            .isEmpty();
                }
                return Ended.well("done");
            })) {
                cluster[0] = nodes;
                done.set(0);
                nodes.first().clock.set(START.plus(Duration.ofHours(1)));
                nodes.first().jobs.plan();
                nodes.first().jobs.work();
                nodes.first().clock.set(START.plus(Duration.ofHours(2)));
                nodes.first().jobs.work();

                assertThat(nodes.runs())
                        .extracting(RunView::status)
                        .containsExactly(
                                RunStatus.COMPLETED, rule == Overlap.SKIP ? RunStatus.SKIPPED : RunStatus.COMPLETED);
            }
        }
    }

    @Test
    void j14FiveHundredJobsThatAreDueInTheSameMinuteAreAllDoneOnce() {
        AtomicInteger done = new AtomicInteger();
        List<Job> jobs = IntStream.range(0, 500).mapToObj(i -> job("0 * * * *")).toList();
        List<JobTask> tasks = jobs.stream()
                .map(job -> JobTask.ofTheChain(job.name(), counting(done)))
                .toList();
        try (Nodes nodes = Nodes.of(jobs, tasks)) {
            nodes.at(START.plus(Duration.ofHours(1)));
            assertThat(nodes.first().jobs.plan()).isEqualTo(500);
            assertThat(nodes.second().jobs.plan()).isZero();
            boolean more = true;
            while (more) {
                more = nodes.first().jobs.work().isPresent()
                        | nodes.second().jobs.work().isPresent();
            }
            assertThat(done).hasValue(500);
        }
    }

    @Test
    void j18AJobThatOnlyANewerReleaseKnowsIsLeftToIt() {
        AtomicInteger done = new AtomicInteger();
        Job newer = job("0 * * * *");
        try (Nodes later = Nodes.of(newer, counting(done));
                Nodes older = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            later.ask();
            assertThat(older.first().jobs.work()).isEmpty();
            assertThat(later.run().status()).isEqualTo(RunStatus.DUE);
            assertThat(later.second().jobs.work()).isPresent();
            assertThat(done).hasValue(1);
        }
    }

    @Test
    void j25NobodyAsksForWhatIsDueAlready() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done))) {
            nodes.at(START.plus(Duration.ofHours(1)));
            nodes.first().jobs.plan();
            assertThatThrownBy(nodes::ask).isInstanceOf(Conflict.class).hasMessageContaining("not over");
            nodes.second().jobs.work();
            nodes.after(Duration.ofMinutes(1));
            nodes.ask();
            nodes.second().jobs.work();

            assertThat(done).hasValue(2);
            assertThat(nodes.runs()).extracting(RunView::cause).containsExactly("SCHEDULE", "MANUAL");
        }
    }

    @Test
    void aScheduleThatIsNewOrChangedCountsFromNowOn() {
        String name = Nodes.name();
        Job hourly = Job.of(name, Schedule.of(Work.CARACAS, "0 * * * *"));
        Job often = Job.of(name, Schedule.of(Work.CARACAS, "*/5 * * * *"));
        try (Nodes before = Nodes.of(hourly, counting(new AtomicInteger()));
                Nodes after = Nodes.of(often, counting(new AtomicInteger()))) {
            assertThat(before.runs())
                    .as("nothing of the time before it was there")
                    .isEmpty();
            after.at(START.plus(Duration.ofMinutes(5)));
            tick(after.first());
            assertThat(after.runs()).extracting(RunView::fireAt).containsExactly(START.plus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void j28RunsAreForgottenAfterNinetyDaysAndOpenOnesNever() {
        try (Nodes nodes = Nodes.of(job("0 10 * * *"), counting(new AtomicInteger()))) {
            nodes.after(DAY);
            tick(nodes.first());
            nodes.after(Duration.ofDays(89));
            tick(nodes.first());
            nodes.after(DAY.plusHours(1));
            RunView open = nodes.ask();
            nodes.first()
                    .erp
                    .inChain(SystemCaller.of("test"))
                    .write(s -> s.jobs().purge());

            assertThat(nodes.runs())
                    .extracting(RunView::fireAt)
                    .doesNotContain(START.plus(DAY))
                    .contains(open.fireAt());
            assertThat(nodes.runs()).hasSizeGreaterThan(1);
        }
    }

    private static void tick(Nodes.Node node) {
        node.jobs.plan();
        while (node.jobs.work().isPresent()) {
            // the next one
        }
    }

    private static List<Instant> fires(Nodes nodes) {
        return nodes.runs().stream().map(RunView::fireAt).toList();
    }

    private static long count(Nodes nodes, RunStatus status) {
        return nodes.runs().stream().filter(run -> run.status() == status).count();
    }
}
