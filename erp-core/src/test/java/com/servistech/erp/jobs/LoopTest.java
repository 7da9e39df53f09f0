package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.SHOP;
import static com.servistech.erp.jobs.Nodes.START;
import static com.servistech.erp.jobs.Nodes.counting;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.JobLoop;
import com.servistech.erp.JobTask;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.kit.SlowLine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The loops that run a node by the clock go on whatever fails, and end in order. */
class LoopTest {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final Duration ANY = Duration.ofDays(36_500);
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    @AfterAll
    static void end() {
        THREADS.shutdown();
    }

    private static JobLoop loop(Nodes.Node node, Duration skew) {
        JobLoop.Pace pace =
                new JobLoop.Pace(Duration.ofMillis(20), Duration.ofMinutes(1), 2, skew, Duration.ofSeconds(20));
        return JobLoop.start(node.erp, Nodes.name(), pace, THREADS);
    }

    @Test
    void whatIsDueIsDoneOnceByWhicheverNodeIsFirst() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done));
                JobLoop one = loop(nodes.first(), ANY);
                JobLoop other = loop(nodes.second(), ANY)) {
            nodes.at(START.plus(Duration.ofHours(1)));
            await(() -> completed(nodes) == 1);
            nodes.at(START.plus(Duration.ofHours(2)));
            await(() -> completed(nodes) == 2);
            assertThat(done).hasValue(2);
            assertThat(nodes.runs()).hasSize(2);
        }
    }

    @Test
    void j02ClosingWaitsForThePartThatIsWorkedOnAndBeginsNoFurther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicInteger parts = new AtomicInteger();
        Job job = job("0 * * * *");
        JobTask task = new JobTask(job.name(), at -> List.of(SHOP.ccs, SHOP.vln, SHOP.mcb), at -> {
            begun.countDown();
            awaitOrFail(closing);
            parts.incrementAndGet();
            return s -> Ended.well("done");
        });
        try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
            JobLoop loop = loop(nodes.first(), ANY);
            nodes.ask();
            awaitOrFail(begun);
            Thread closer = new Thread(loop::close);
            closer.start();
            await(() -> closer.getState() == Thread.State.TIMED_WAITING);
            closing.countDown();
            closer.join();

            assertThat(parts).hasValue(1);
            assertThat(nodes.run().done()).isEqualTo(1);
            assertThat(nodes.second().jobs.work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(parts).hasValue(3);
        }
    }

    @Test
    void j06WhatWasDueWhileTheDatabaseWasAwayIsDoneWhenItIsBack() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done));
                JobLoop loop = loop(nodes.first(), ANY)) {
            SHOP.stack().stopPostgres();
            try {
                nodes.at(START.plus(Duration.ofMinutes(61)));
            } finally {
                SHOP.stack().startPostgres();
            }
            await(() -> done.get() == 1);
        }
    }

    @Test
    void j07ANodeWhoseDatabaseIsSlowDoesItsWorkOnceAndKeepsIt() {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        JobTask.Part part = at -> {
            begun.countDown();
            return counting(done).prepare(at);
        };
        try (SlowLine line = SlowLine.to(SHOP.config().database().port(), Duration.ofMillis(500));
                Nodes nodes = Nodes.of(job("0 * * * *"), part)) {
            Nodes.Node slow = nodes.join(line.port());
            nodes.at(START.plus(Duration.ofHours(1)));
            try (JobLoop there = loop(slow, ANY)) {
                awaitOrFail(begun);
                try (JobLoop here = loop(nodes.first(), ANY)) {
                    await(() -> completed(nodes) == 1);
                }
            }
            assertThat(done).as("the faster node left it alone").hasValue(1);
            assertThat(nodes.run().attempt()).isEqualTo(1);
        }
    }

    @Test
    void j08ANodeWhoseClockIsFarFromTheDatabasesPlansNothingAndStillWorks() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done))) {
            assertThat(nodes.first().jobs.skew().abs()).isGreaterThan(Duration.ofSeconds(1));
            try (JobLoop loop = loop(nodes.first(), Duration.ofSeconds(1))) {
                nodes.at(START.plus(Duration.ofHours(1)));
                nodes.ask();
                await(() -> done.get() == 1);
                assertThat(nodes.runs()).extracting(RunView::cause).containsExactly("MANUAL");
            }
        }
    }

    private static long completed(Nodes nodes) {
        return nodes.runs().stream()
                .filter(run -> run.status() == RunStatus.COMPLETED)
                .count();
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
