package com.servistech.erp.jobs;

import com.servistech.erp.audit.Audit;
import com.servistech.erp.audit.AuditNote;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Somebody wants a job to run now, or a run to end; both are noted in the audit. */
final class AskForRun {

    private final Work work;

    AskForRun(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code jobs.open} while a run of this job waits or works: it would be done twice; {@code jobs.not-available} */
    RunView ask(Job job) {
        if (!job.runnable()) {
            throw new Conflict("jobs.not-available", "This installation cannot run the job " + job.name());
        }
        work.sql().call("select pg_advisory_xact_lock(hashtext('erp.job_runs'))");
        work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select id from erp.job_runs where store_id = ? and job = ? and status in ('DUE', 'RUNNING') limit 1",
                        StoreId.CHAIN,
                        job.name())
                .ifPresent(open -> {
                    throw new Conflict("jobs.open", "The run %s of this job is not over".formatted(open));
                });
        UUID id = work.newId();
        RunView run = work.sql()
                .first(
                        RunView::of,
                        "insert into erp.job_runs (store_id, id, job, cause, fire_at, status, not_before, request_id, asked_by)"
                                + " values (?, ?, ?, 'MANUAL', ?, 'DUE', ?, ?, ?::uuid) returning " + RunView.COLUMNS,
                        StoreId.CHAIN,
                        id,
                        job.name(),
                        work.now(),
                        work.now(),
                        work.caller().origin().requestId(),
                        work.user().map(UUID::toString).orElse(null))
                .orElseThrow();
        note("job.asked", id, job.name());
        return run;
    }

    /** One that waits is over at once; one that works ends after the part that it is at. */
    RunView cancel(UUID id) {
        RunView run = work.sql()
                .first(
                        RunView::of,
                        "select " + RunView.COLUMNS + " from erp.job_runs where store_id = ? and id = ? for update",
                        StoreId.CHAIN,
                        id)
                .orElseThrow(() -> new NotFound("jobs.run-unknown", "There is no such run"));
        if (run.status().over()) {
            throw new Conflict("jobs.over", "This run is over");
        }
        boolean waits = run.status() == RunStatus.DUE;
        note("job.cancelled", id, run.job());
        return work.sql()
                .first(
                        RunView::of,
                        "update erp.job_runs set cancel_asked_at = coalesce(cancel_asked_at, ?),"
                                + " status = case when ? then 'CANCELLED' else status end,"
                                + " ended_at = case when ? then ?::timestamptz end where store_id = ? and id = ? returning "
                                + RunView.COLUMNS,
                        work.now(),
                        waits,
                        waits,
                        work.now(),
                        StoreId.CHAIN,
                        id)
                .orElseThrow();
    }

    private void note(String action, UUID run, String job) {
        new Audit(work).note(new AuditNote(action, "job_runs", run, Map.of("job", job)));
    }
}
