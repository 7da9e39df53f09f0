package com.servistech.erp.jobs;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Jobs and their runs; all of them are the chain's. */
public final class Jobs {

    private static final Duration HISTORY = Duration.ofDays(90);

    private final Work work;
    private final Catalogue catalogue;

    public Jobs(Work work, Catalogue catalogue) {
        this.work = work;
        this.catalogue = catalogue;
    }

    /** Every job with its next and its last run. */
    public List<JobView> list() {
        requireChain(Permission.JOBS_READ);
        return catalogue.all().stream().map(this::view).toList();
    }

    /** What operators watch, of every job. */
    public List<JobFigures> figures() {
        requireChain(Permission.JOBS_READ);
        return new CountRuns(work).count(catalogue);
    }

    public RunView run(UUID id) {
        requireChain(Permission.JOBS_READ);
        return work.sql()
                .first(
                        RunView::of,
                        "select " + RunView.COLUMNS + " from erp.job_runs where store_id = ? and id = ?",
                        StoreId.CHAIN,
                        id)
                .orElseThrow(() -> new NotFound("jobs.run-unknown", "There is no such run"));
    }

    /** Newest first. */
    public Page<RunView> runs(String job, Page.Request page) {
        requireChain(Permission.JOBS_READ);
        catalogue.get(job);
        return Page.of(
                work.sql()
                        .list(
                                RunView::of,
                                "select " + RunView.COLUMNS
                                        + " from erp.job_runs where store_id = ? and job = ? and id < ?"
                                        + " order by id desc limit ?",
                                StoreId.CHAIN,
                                job,
                                page.beforeId(),
                                page.limit() + 1),
                page.limit(),
                run -> run.id().toString());
    }

    /** Somebody wants it now; a node begins it within a poll. */
    public RunView ask(String job) {
        requireChain(Permission.JOBS_RUN);
        return new AskForRun(work).ask(catalogue.get(job));
    }

    public RunView cancel(UUID run) {
        requireChain(Permission.JOBS_RUN);
        return new AskForRun(work).cancel(run);
    }

    /** @return how many runs became due */
    public int plan() {
        requireChain(Permission.JOBS_RUN);
        PlanFires plan = new PlanFires(work);
        return catalogue.all().stream()
                .filter(Job::runnable)
                .mapToInt(plan::plan)
                .sum();
    }

    public Optional<HeldRun> claim(String node, Duration lease) {
        requireChain(Permission.JOBS_RUN);
        List<String> names =
                catalogue.all().stream().filter(Job::runnable).map(Job::name).toList();
        return new HoldRun(work).claim(names, node, lease);
    }

    public boolean keep(HeldRun run, Duration lease) {
        requireChain(Permission.JOBS_RUN);
        return new HoldRun(work).keep(run, lease);
    }

    /** Under which number the host's container carries it out. @throws LostRun when another node works on it */
    public void carriedOutAs(HeldRun run, long execution) {
        requireChain(Permission.JOBS_RUN);
        new HoldRun(work).carriedOutAs(run, execution);
    }

    public void giveBack(HeldRun run) {
        requireChain(Permission.JOBS_RUN);
        new HoldRun(work).giveBack(run);
    }

    public Set<String> begin(HeldRun run, int total) {
        requireChain(Permission.JOBS_RUN);
        return new EndRun(work).begin(run, total);
    }

    public void tellProgress(HeldRun run) {
        requireChain(Permission.JOBS_RUN);
        new EndRun(work).tellProgress(run);
    }

    public RunView end(HeldRun run, RunStatus status, String note, String error) {
        requireChain(Permission.JOBS_RUN);
        return new EndRun(work).end(run, catalogue.get(run.job()), status, note, error);
    }

    /**
     * In any scope, before a part of a run is worked on.
     *
     * @return whether somebody asked for the run to end
     * @throws LostRun when another node works on it
     */
    public boolean hold(HeldRun run) {
        return new HoldRun(work).hold(run);
    }

    /** In the transaction that did the part, at its end. @throws LostRun when another node works on the run */
    public void endItem(HeldRun run, String item, boolean done, String note, String error, Duration lease) {
        new HoldRun(work).endItem(run, item, done, note, error, lease);
    }

    /** What is wrong and was not told before; also closes what a container has on record of processes that are gone. */
    public List<Alert> watch() {
        requireChain(Permission.JOBS_RUN);
        new HoldRun(work).closeDead();
        return new WatchJobs(work).watch(catalogue);
    }

    /** How far this process's clock is from the database's. */
    public Duration skew() {
        Instant theirs = work.sql()
                .first(row -> row.instant("now"), "select clock_timestamp() now")
                .orElseThrow();
        return Duration.between(theirs, work.clock().instant());
    }

    /** Forgets runs that ended long ago. @return how many */
    public int purge() {
        requireChain(Permission.JOBS_RUN);
        Instant before = work.now().minus(HISTORY);
        work.sql()
                .update(
                        "delete from erp.job_items where store_id = ? and run_id in (select id from erp.job_runs"
                                + " where store_id = ? and ended_at < ?)",
                        StoreId.CHAIN,
                        StoreId.CHAIN,
                        before);
        work.sql().update("delete from erp.job_alerts where store_id = ? and raised_at < ?", StoreId.CHAIN, before);
        work.sql().call("select batch.forget(?)", before);
        return work.sql().update("delete from erp.job_runs where store_id = ? and ended_at < ?", StoreId.CHAIN, before);
    }

    private JobView view(Job job) {
        RunView last = work.sql()
                .first(
                        RunView::of,
                        "select " + RunView.COLUMNS + " from erp.job_runs where store_id = ? and job = ?"
                                + " and started_at is not null order by fire_at desc, id desc limit 1",
                        StoreId.CHAIN,
                        job.name())
                .orElse(null);
        int failures = work.sql()
                .first(
                        row -> row.integer("failures"),
                        "select count(*)::int failures from erp.job_runs where store_id = ? and job = ? and status = 'FAILED'"
                                + " and id > coalesce((select max(id::text)::uuid from erp.job_runs where store_id = ? and job = ?"
                                + " and status = 'COMPLETED'), '00000000-0000-0000-0000-000000000000')",
                        StoreId.CHAIN,
                        job.name(),
                        StoreId.CHAIN,
                        job.name())
                .orElse(0);
        return new JobView(
                job.name(),
                job.schedule().crons(),
                job.schedule().zone().getId(),
                job.runnable(),
                job.misfire(),
                job.maxAge().toSeconds(),
                job.overlap(),
                job.deadline().toSeconds(),
                job.runnable() ? job.schedule().next(work.now()).orElse(null) : null,
                last,
                failures);
    }

    private void requireChain(Permission permission) {
        work.require(permission);
        if (!(work.scope() instanceof Scope.Chain)) {
            throw new Refused("jobs.chain", "Jobs are the chain's: choose no store for this");
        }
    }
}
