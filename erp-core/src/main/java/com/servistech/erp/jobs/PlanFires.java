package com.servistech.erp.jobs;

import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Writes down what is due by now. Each instant of a schedule is one row whoever writes it, so nodes may do this as often
 * as they like, with clocks that differ or go back.
 */
final class PlanFires {

    /** Later than this a fire was missed, and the policy decides. */
    private static final Duration ON_TIME = Duration.ofMinutes(1);
    /** A minute that lies further back than any maximum age is not even written down. */
    private static final Duration LOOK_BACK = Duration.ofDays(3);

    private static final int MOST = 200;

    private record Plan(List<String> crons, Instant since, Instant until) {}

    private final Work work;

    PlanFires(Work work) {
        this.work = work;
    }

    /** @return how many runs became due */
    int plan(Job job) {
        Instant now = work.now();
        Plan plan = locked(job, now);
        if (plan == null) {
            return 0;
        }
        Instant from = plan.until();
        if (from.isAfter(now)) {
            // somebody's clock is or was ahead: what this one has not seen yet is looked for again
            from = later(plan.since(), now.minus(LOOK_BACK));
        }
        List<Instant> unseen = job.schedule().between(later(from, now.minus(LOOK_BACK)), now, MOST).stream()
                .filter(instant -> !written(job, instant))
                .toList();
        int due = 0;
        for (int i = 0; i < unseen.size(); i++) {
            boolean newest = i == unseen.size() - 1;
            due += enter(job, unseen.get(i), status(job, unseen.get(i), newest, now));
        }
        work.sql()
                .update(
                        "update erp.job_plans set planned_until = ? where store_id = ? and job = ? and planned_until <> ?",
                        now,
                        StoreId.CHAIN,
                        job.name(),
                        now);
        return due;
    }

    /** A schedule that is new or another one than before counts from now on. Null while another node is at it. */
    private Plan locked(Job job, Instant now) {
        work.sql()
                .update(
                        "insert into erp.job_plans (store_id, job, crons, since, planned_until)"
                                + " values (?, ?, ?, ?, ?) on conflict (store_id, job) do nothing",
                        StoreId.CHAIN,
                        job.name(),
                        job.schedule().crons(),
                        now,
                        now);
        Plan plan = work.sql()
                .first(
                        row -> new Plan(row.array("crons"), row.instant("since"), row.instant("planned_until")),
                        "select crons, since, planned_until from erp.job_plans where store_id = ? and job = ?"
                                + " for update skip locked",
                        StoreId.CHAIN,
                        job.name())
                .orElse(null);
        if (plan != null && !plan.crons().equals(job.schedule().crons())) {
            work.sql()
                    .update(
                            "update erp.job_plans set crons = ?, since = ?, planned_until = ?"
                                    + " where store_id = ? and job = ?",
                            job.schedule().crons(),
                            now,
                            now,
                            StoreId.CHAIN,
                            job.name());
            return new Plan(job.schedule().crons(), now, now);
        }
        return plan;
    }

    /** What a clock that is ahead of this one gave up is not lost: its minute may be still to come. */
    private boolean written(Job job, Instant instant) {
        return work.sql()
                .first(
                        row -> true,
                        "select from erp.job_runs where store_id = ? and job = ? and fire_at = ? and cause = 'SCHEDULE'"
                                + " and not (status = 'MISSED' and ended_at > ?)",
                        StoreId.CHAIN,
                        job.name(),
                        instant,
                        work.now())
                .isPresent();
    }

    private RunStatus status(Job job, Instant instant, boolean newest, Instant now) {
        Duration late = Duration.between(instant, now);
        boolean makeUp = switch (job.misfire()) {
            case RUN_NEWEST -> newest && late.compareTo(job.maxAge()) <= 0;
            case RUN_ALL -> late.compareTo(job.maxAge()) <= 0;
            case SKIP -> false;
        };
        if (late.compareTo(ON_TIME) > 0 && !makeUp) {
            return RunStatus.MISSED;
        }
        return job.overlap() == Overlap.SKIP && isOpen(job) ? RunStatus.SKIPPED : RunStatus.DUE;
    }

    private boolean isOpen(Job job) {
        return work.sql()
                .first(
                        row -> true,
                        "select from erp.job_runs where store_id = ? and job = ? and status in ('DUE', 'RUNNING')",
                        StoreId.CHAIN,
                        job.name())
                .isPresent();
    }

    private int enter(Job job, Instant instant, RunStatus status) {
        Instant over = status.over() ? work.now() : null;
        int entered = work.sql()
                .update(
                        "insert into erp.job_runs (store_id, id, job, cause, fire_at, status, not_before, ended_at, request_id)"
                                + " values (?, ?, ?, 'SCHEDULE', ?, ?, ?, ?::timestamptz, ?)"
                                + " on conflict (store_id, job, fire_at) where cause = 'SCHEDULE' do update"
                                + " set status = excluded.status, ended_at = excluded.ended_at"
                                + " where job_runs.status = 'MISSED' and job_runs.ended_at > ?",
                        StoreId.CHAIN,
                        work.newId(),
                        job.name(),
                        instant,
                        status,
                        instant,
                        over == null ? null : over.toString(),
                        "job-" + job.name() + "-" + instant,
                        work.now());
        return status == RunStatus.DUE ? entered : 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
