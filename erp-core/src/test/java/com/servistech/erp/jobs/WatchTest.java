package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.START;
import static com.servistech.erp.jobs.Nodes.counting;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.JobTask;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The watchdog needs nothing of what it watches: only the rows, and the minute. */
class WatchTest {

    @Test
    void aMinuteThatNobodyPlannedIsToldOnce() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            nodes.at(START.plus(Duration.ofMinutes(70)));
            assertThat(kinds(nodes)).containsExactly(Alert.Kind.UNPLANNED);
            assertThat(kinds(nodes)).isEmpty();
        }
    }

    @Test
    void aJobThatRunsOnlyWhenAskedForHidesNothingOfTheOthers() {
        Job asked = Job.of(Nodes.name(), Schedule.of(Work.CARACAS));
        Job due = job("0 * * * *");
        List<JobTask> tasks = List.of(
                JobTask.ofTheChain(due.name(), at -> s -> done()), JobTask.ofTheChain(asked.name(), at -> s -> done()));
        try (Nodes nodes = Nodes.of(List.of(due, asked), tasks)) {
            nodes.at(START.plus(Duration.ofMinutes(66)));
            assertThat(kinds(nodes)).containsExactly(Alert.Kind.UNPLANNED);
        }
    }

    @Test
    void soIsOneThatNobodyWorksOnAndOneWhoseNodeIsSilent() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), at -> {
            throw new Nodes.Killed();
        })) {
            nodes.at(START.plus(Duration.ofMinutes(60)));
            nodes.first().jobs.plan();
            nodes.after(Duration.ofMinutes(6));
            assertThat(kinds(nodes)).containsExactly(Alert.Kind.WAITING);
            try {
                nodes.first().jobs.work();
            } catch (Nodes.Killed e) {
                nodes.silence();
            }
            assertThat(kinds(nodes)).as("within a minute another may take it").isEmpty();
            Nodes.change("update erp.job_runs set lease_until = clock_timestamp() - interval '2 minutes'"
                    + " where status = 'RUNNING' and job = '" + nodes.run().job() + "'");
            assertThat(kinds(nodes)).containsExactly(Alert.Kind.SILENT);
        }
    }

    @Test
    void soIsOneThatTakesTooLongWhileItStillRuns() {
        AtomicReference<Nodes> cluster = new AtomicReference<>();
        AtomicReference<List<Alert.Kind>> seen = new AtomicReference<>();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), at -> {
            cluster.get().after(Duration.ofHours(2));
            seen.set(kinds(cluster.get()));
            return s -> done();
        })) {
            cluster.set(nodes);
            nodes.ask();
            nodes.first().jobs.work();
            assertThat(seen.get()).contains(Alert.Kind.OVERDUE);
        }
    }

    @Test
    void soIsOneThatFailedOrWasMissedAndTheListCountsFailuresInARow() {
        AtomicInteger begun = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *").attempts(1), at -> s -> {
            if (begun.incrementAndGet() < 3) {
                throw new Refused("test.no", "Not today");
            }
            return done();
        })) {
            for (int hour = 1; hour <= 2; hour++) {
                nodes.at(START.plus(Duration.ofHours(hour)));
                nodes.first().jobs.plan();
                nodes.first().jobs.work();
            }
            assertThat(kinds(nodes)).containsExactly(Alert.Kind.FAILED, Alert.Kind.FAILED);
            assertThat(view(nodes).failures()).isEqualTo(2);
            assertThat(view(nodes).nextRun()).isEqualTo(START.plus(Duration.ofHours(3)));
            nodes.at(START.plus(Duration.ofHours(5)));
            nodes.first().jobs.plan();
            nodes.first().jobs.work();
            assertThat(kinds(nodes)).containsExactly(Alert.Kind.MISSED, Alert.Kind.MISSED);
            assertThat(view(nodes).failures()).isZero();
            assertThat(view(nodes).lastRun().status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    private static Ended done() {
        return Ended.well("done");
    }

    private static JobView view(Nodes nodes) {
        return nodes.first()
                .erp
                .inChain(SystemCaller.of("test"))
                .read(s -> s.jobs().list())
                .get(0);
    }

    private static List<Alert.Kind> kinds(Nodes nodes) {
        return nodes.second().jobs.watch().stream().map(Alert::kind).toList();
    }
}
