package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.SHOP;
import static com.servistech.erp.jobs.Nodes.START;
import static com.servistech.erp.jobs.Nodes.counting;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.JobTask;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.Session;
import com.servistech.erp.audit.AuditNote;
import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A run comes to its end, once, whatever happens to the process that works on it. */
class RecoveryTest {

    private static final List<StoreId> THREE = List.of(SHOP.ccs, SHOP.vln, SHOP.mcb);

    @Test
    void j01WhereverAProcessIsKilledTheRunGoesOnAtItsCheckpointAndEachPartCountsOnce() {
        Random random = new Random(20_261_125);
        for (int round = 0; round < 20; round++) {
            String mark = Nodes.mark();
            int beforeTheWork = random.nextInt(3);
            boolean inTheMiddle = random.nextBoolean();
            AtomicInteger begun = new AtomicInteger();
            Job job = job("0 * * * *");
            JobTask task = new JobTask(job.name(), at -> THREE, at -> {
                boolean now = begun.getAndIncrement() == beforeTheWork;
                if (now && !inTheMiddle) {
                    throw new Nodes.Killed();
                }
                return s -> {
                    note(s, mark);
                    if (now) {
                        throw new Nodes.Killed();
                    }
                    return Ended.well("done");
                };
            });
            try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
                nodes.ask();
                assertThatThrownBy(() -> nodes.first().jobs.work()).isInstanceOf(Nodes.Killed.class);
                assertThat(nodes.second().jobs.work())
                        .as("its lease has not ended")
                        .isEmpty();
                nodes.silence();
                RunView ended = nodes.second().jobs.work().orElseThrow();

                assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
                assertThat(ended.done()).isEqualTo(3);
                assertThat(ended.attempt()).isEqualTo(2);
                assertThat(begun).as("what was done was not done again").hasValue(4);
                assertThat(notes(mark)).containsExactlyInAnyOrderElementsOf(THREE);
            }
        }
    }

    @Test
    void j02AProcessThatIsToldToStopEndsAfterItsPartAndAnotherGoesOnAtOnce() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        AtomicInteger begun = new AtomicInteger();
        Job job = job("0 * * * *");
        JobTask task = new JobTask(job.name(), at -> THREE, at -> {
            if (begun.incrementAndGet() == 1) {
                cluster.get().first().jobs.stop();
            }
            return s -> Ended.well("done");
        });
        try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
            cluster.set(nodes);
            nodes.ask();
            assertThat(nodes.first().jobs.work()).isEmpty();
            assertThat(nodes.run().done()).isEqualTo(1);
            assertThat(nodes.second().jobs.work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(begun).hasValue(3);
            assertThat(nodes.run().attempt()).as("stopping is no failure").isEqualTo(1);
        }
    }

    @Test
    void j04AProcessThatComesBackAfterItsLeaseWritesNothing() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        AtomicInteger begun = new AtomicInteger();
        String mark = Nodes.mark();
        Job job = job("0 * * * *");
        JobTask.Part part = at -> {
            if (begun.incrementAndGet() == 1) {
                // stopped here for longer than its lease; the other one takes the run and ends it
                cluster.get().silence();
                assertThat(cluster.get().second().jobs.work().orElseThrow().status())
                        .isEqualTo(RunStatus.COMPLETED);
            }
            return s -> {
                note(s, mark);
                return Ended.well("by " + at.run().fence());
            };
        };
        try (Nodes nodes = Nodes.of(List.of(job), List.of(new JobTask(job.name(), at -> List.of(SHOP.ccs), part)))) {
            cluster.set(nodes);
            nodes.ask();
            assertThat(nodes.first().jobs.work()).as("lost").isEmpty();

            assertThat(nodes.run().note()).isEqualTo("by 2");
            assertThat(notes(mark)).hasSize(1);
        }
    }

    @Test
    void j04NorWhenItWasStoppedInTheMiddleOfItsTransaction() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        AtomicInteger begun = new AtomicInteger();
        String mark = Nodes.mark();
        Job job = job("0 * * * *");
        JobTask.Part part = at -> s -> {
            note(s, mark);
            if (begun.incrementAndGet() == 1) {
                cluster.get().silence();
                // the other node begins while this transaction is open: it fails on nothing of it
                assertThat(cluster.get().second().jobs.work()).isPresent();
            }
            return Ended.well("by " + at.run().fence());
        };
        // the chain of the audit orders transactions of one store at their commit: two stores, so that none waits
        JobTask task = new JobTask(job.name(), at -> List.of(at.run().fence() == 1 ? SHOP.ccs : SHOP.vln), part);
        try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
            cluster.set(nodes);
            nodes.ask();
            assertThat(nodes.first().jobs.work()).isEmpty();
            assertThat(notes(mark)).containsExactly(SHOP.vln);
            assertThat(nodes.run().status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void j05APauseWithinTheLeaseChangesNothing() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        Job job = job("0 * * * *");
        JobTask.Part part = at -> {
            cluster.get().after(Duration.ofHours(3));
            assertThat(cluster.get().second().jobs.work())
                    .as("clocks of processes do not count, the database's does")
                    .isEmpty();
            return s -> Ended.well("done");
        };
        try (Nodes nodes = Nodes.of(job.within(Duration.ofHours(1), Duration.ofDays(1)), part)) {
            cluster.set(nodes);
            nodes.ask();
            assertThat(nodes.first().jobs.work().orElseThrow().attempt()).isEqualTo(1);
        }
    }

    @Test
    void j06AConnectionThatIsLostInTheMiddleOfAPartUndoesThePartAndItIsDoneAgain() {
        AtomicInteger begun = new AtomicInteger();
        String mark = Nodes.mark();
        Job job = job("0 * * * *");
        JobTask task = new JobTask(job.name(), at -> THREE, at -> s -> {
            note(s, mark);
            if (begun.incrementAndGet() == 2) {
                Nodes.change("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'erp_app'"
                        + " and state = 'idle in transaction' and query not like '%pg_terminate%'");
            }
            return Ended.well("done");
        });
        try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
            nodes.ask();
            RunView first = nodes.first().jobs.work().orElseThrow();
            assertThat(first.status()).as("tried again later").isEqualTo(RunStatus.DUE);
            assertThat(first.done()).isEqualTo(2);
            nodes.after(Duration.ofMinutes(5));
            assertThat(nodes.second().jobs.work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(notes(mark)).containsExactlyInAnyOrderElementsOf(THREE);
        }
    }

    @Test
    void j15APartThatAlwaysFailsEndsTheRunAsFailedAfterItsAttempts() {
        AtomicInteger begun = new AtomicInteger();
        Job job = job("0 * * * *").attempts(3);
        try (Nodes nodes = Nodes.of(job, at -> s -> {
            begun.incrementAndGet();
            throw new Refused("test.poison", "This one cannot be done");
        })) {
            nodes.ask();
            List<RunStatus> seen = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                nodes.first().jobs.work().ifPresent(run -> seen.add(run.status()));
                nodes.after(Duration.ofMinutes(10));
            }
            assertThat(seen).containsExactly(RunStatus.DUE, RunStatus.DUE, RunStatus.FAILED);
            assertThat(begun).hasValue(3);
            assertThat(nodes.run().error()).isEqualTo("test.poison: This one cannot be done");
        }
    }

    @Test
    void j15ARunThatKillsEveryNodeIsGivenUp() {
        AtomicInteger begun = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *").attempts(1), at -> {
            begun.incrementAndGet();
            throw new Nodes.Killed();
        })) {
            nodes.ask();
            while (begun.get() < 6) {
                assertThatThrownBy(() -> nodes.first().jobs.work()).isInstanceOf(Nodes.Killed.class);
                nodes.silence();
            }
            assertThat(nodes.first().jobs.work().orElseThrow().status()).isEqualTo(RunStatus.FAILED);
            assertThat(begun).hasValue(6);
        }
    }

    @Test
    void j16ARunThatIsOverIsNotBegunAgain() {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done))) {
            nodes.at(START.plus(Duration.ofHours(1)));
            nodes.first().jobs.plan();
            nodes.first().jobs.work();
            nodes.silence();
            nodes.second().jobs.plan();
            assertThat(nodes.second().jobs.work()).isEmpty();
            assertThat(done).hasValue(1);
        }
    }

    @Test
    void j17WhatARunIsForIsWrittenInItAndStaysHoweverLateItGoesOn() {
        List<LocalDate> days = new ArrayList<>();
        Job job = job("59 23 * * *");
        try (Nodes nodes = Nodes.of(job, at -> {
            days.add(at.run().day());
            if (days.size() == 1) {
                throw new Nodes.Killed();
            }
            return s -> Ended.well("done");
        })) {
            nodes.at(Instant.parse("2026-12-01T03:59:10Z"));
            nodes.first().jobs.plan();
            assertThatThrownBy(() -> nodes.first().jobs.work()).isInstanceOf(Nodes.Killed.class);
            nodes.silence();
            nodes.at(Instant.parse("2026-12-01T15:00:00Z"));
            nodes.second().jobs.work();
            assertThat(days).containsExactly(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-11-30"));
        }
    }

    @Test
    void j19AFurtherNodeThatJoinsWhileARunWorksLeavesItAlone() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        Job job = job("0 * * * *");
        try (Nodes nodes = Nodes.of(job, at -> {
            Nodes.Node third = cluster.get().join();
            third.jobs.plan();
            assertThat(third.jobs.work()).isEmpty();
            assertThat(third.jobs.watch()).isEmpty();
            assertThat(cluster.get().run().status()).isEqualTo(RunStatus.RUNNING);
            return s -> Ended.well("done");
        })) {
            cluster.set(nodes);
            nodes.ask();
            assertThat(nodes.first().jobs.work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(nodes.run().attempt()).isEqualTo(1);
        }
    }

    @Test
    void j20ARunThatSomebodyElseHasLockedIsPassedByAndStaysDue() throws SQLException {
        AtomicInteger done = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(done))) {
            RunView run = nodes.ask();
            try (Connection connection = DriverManager.getConnection(
                            SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.executeQuery("select from erp.job_runs where id = '" + run.id() + "' for update");
                assertThat(nodes.first().jobs.work()).isEmpty();
            }
            assertThat(nodes.first().jobs.work()).isPresent();
            assertThat(done).hasValue(1);
        }
    }

    @Test
    void j21AStoreThatFailsStopsNoneOfTheOthersAndNothingOfItsScopeStays() {
        String mark = Nodes.mark();
        List<StoreId> seen = new ArrayList<>();
        Job job = job("0 * * * *").attempts(2);
        AtomicInteger failures = new AtomicInteger();
        JobTask task = new JobTask(job.name(), at -> THREE, at -> s -> {
            seen.add(new StoreId(s.stores().current().id()));
            note(s, mark);
            if (at.store().equals(SHOP.ccs) && failures.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault of ours");
            }
            return Ended.well("done");
        });
        try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
            nodes.ask();
            RunView first = nodes.first().jobs.work().orElseThrow();
            assertThat(seen).containsExactlyElementsOf(THREE);
            assertThat(first.failed()).isEqualTo(1);
            assertThat(first.error())
                    .startsWith("unexpected: IllegalStateException")
                    .doesNotContain("fault");
            assertThat(notes(mark)).containsExactlyInAnyOrder(SHOP.vln, SHOP.mcb);

            nodes.after(Duration.ofMinutes(5));
            RunView second = nodes.first().jobs.work().orElseThrow();
            assertThat(second.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(second.failed()).isZero();
            assertThat(seen).as("only what had failed was done again").hasSize(4);
            assertThat(notes(mark)).containsExactlyInAnyOrderElementsOf(THREE);
        }
    }

    @Test
    void j26ARunThatIsCancelledEndsAfterItsPartAndOneThatWaitsAtOnce() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        AtomicInteger begun = new AtomicInteger();
        Job job = job("0 * * * *");
        JobTask task = new JobTask(job.name(), at -> THREE, at -> {
            begun.incrementAndGet();
            cancel(cluster.get());
            return s -> Ended.well("done");
        });
        try (Nodes nodes = Nodes.of(List.of(job), List.of(task))) {
            cluster.set(nodes);
            nodes.ask();
            RunView ended = nodes.first().jobs.work().orElseThrow();
            assertThat(ended.status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(begun).hasValue(1);
            assertThatThrownBy(() -> cancel(nodes)).isInstanceOf(Conflict.class);

            nodes.after(Duration.ofMinutes(1));
            RunView waiting = nodes.ask();
            cancel(nodes);
            assertThat(nodes.first().jobs.work()).isEmpty();
            assertThat(nodes.run().status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(audited("job.asked", waiting)).hasSize(1);
            assertThat(audited("job.cancelled", waiting)).hasSize(1);
        }
    }

    @Test
    void jobsAreTheChainsAndNoManagers() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            assertThatThrownBy(() -> nodes.first()
                            .erp
                            .inStore(SHOP.caller(SHOP.ccs, Role.MANAGER), SHOP.ccs)
                            .write(s -> s.jobs().list()))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> nodes.first()
                            .erp
                            .inStore(SystemCaller.of("test"), SHOP.ccs)
                            .write(s -> s.jobs().list()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("chain");
        }
    }

    private static void cancel(Nodes nodes) {
        nodes.second()
                .erp
                .inChain(SystemCaller.of("test"))
                .write(s -> s.jobs().cancel(nodes.run().id()));
    }

    private static void note(Session session, String mark) {
        session.audit().note(new AuditNote(mark, "job_runs", null, Map.of()));
    }

    /** The stores whose audit has the mark. */
    private static List<StoreId> notes(String mark) {
        return SHOP
                .system(s ->
                        s.audit().list(new AuditQuery(null, null, null, mark, null, null, null, Page.Request.first())))
                .items()
                .stream()
                .map(entry -> new StoreId(entry.storeId()))
                .toList();
    }

    private static List<?> audited(String action, RunView run) {
        return SHOP.system(s -> s.audit()
                        .list(new AuditQuery(null, run.id(), null, action, null, null, null, Page.Request.first())))
                .items();
    }
}
