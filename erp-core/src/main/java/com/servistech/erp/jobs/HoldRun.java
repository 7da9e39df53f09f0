package com.servistech.erp.jobs;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes, keeps and gives back the lease of a run. Leases count in the database's own time: nobody's clock matters. */
final class HoldRun {

    private static final String LOST = "ERP03";
    private static final String HELD = "id, job, fire_at, fence, attempt, request_id";

    private final Work work;

    HoldRun(Work work) {
        this.work = work;
    }

    /**
     * Takes a run that is due, or whose node was silent for too long; of one job only one at a time, the oldest first.
     *
     * @param job null for any of the names
     */
    Optional<HeldRun> claim(List<String> names, String node, Duration lease) {
        // one taker at a time: whether a job has a run open is asked and answered in one go
        work.sql().call("select pg_advisory_xact_lock(hashtext('erp.job_runs'))");
        Optional<HeldRun> taken = work.sql()
                .first(
                        HoldRun::held,
                        "update erp.job_runs r set status = 'RUNNING', fence = fence + 1, attempt = attempt + 1, node = ?,"
                                + " lease_until = clock_timestamp() + ?::interval, started_at = coalesce(started_at, ?),"
                                + " error = null, execution_id = null where store_id = ? and id = (select id from erp.job_runs d where store_id = ?"
                                + " and job = any (?) and (d.status = 'DUE' and not_before <= ? and not exists (select from erp.job_runs o"
                                + " where o.store_id = d.store_id and o.job = d.job and o.status = 'RUNNING')"
                                + " or d.status = 'RUNNING' and lease_until < clock_timestamp())"
                                + " order by d.fire_at, d.id limit 1 for update skip locked) returning " + HELD,
                        node,
                        lease.toString(),
                        work.now(),
                        StoreId.CHAIN,
                        StoreId.CHAIN,
                        names,
                        work.now());
        taken.filter(run -> run.attempt() > 1).ifPresent(again -> closeDead());
        return taken;
    }

    /** What a batch container has on record of runs that it has lost; the run itself goes on, or is over. */
    void closeDead() {
        work.sql().call("select batch.close_dead()");
    }

    void carriedOutAs(HeldRun run, long execution) {
        int ours = work.sql()
                .update(
                        "update erp.job_runs set execution_id = ? where store_id = ? and id = ? and fence = ? and status = 'RUNNING'",
                        execution,
                        StoreId.CHAIN,
                        run.id(),
                        run.fence());
        if (ours == 0) {
            throw new LostRun(null);
        }
    }

    /** @return whether the lease was still this node's and goes on */
    boolean keep(HeldRun run, Duration lease) {
        return work.sql()
                        .update(
                                "update erp.job_runs set lease_until = clock_timestamp() + ?::interval"
                                        + " where store_id = ? and id = ? and fence = ? and status = 'RUNNING'",
                                lease.toString(),
                                StoreId.CHAIN,
                                run.id(),
                                run.fence())
                == 1;
    }

    /** Lets another node go on at once: this one is stopping. */
    void giveBack(HeldRun run) {
        work.sql()
                .update(
                        "update erp.job_runs set lease_until = '-infinity', attempt = attempt - 1"
                                + " where store_id = ? and id = ? and fence = ? and status = 'RUNNING'",
                        StoreId.CHAIN,
                        run.id(),
                        run.fence());
    }

    /** @return whether somebody asked for the run to end */
    boolean hold(HeldRun run) {
        try {
            return work.sql()
                    .first(row -> row.bool("asked"), "select erp.hold_job(?, ?) asked", run.id(), run.fence())
                    .orElseThrow();
        } catch (SqlFailure e) {
            throw lostOr(e);
        }
    }

    void endItem(HeldRun run, String item, boolean done, String note, String error, Duration lease) {
        try {
            work.sql()
                    .call(
                            "select erp.end_job_item(?, ?, ?, ?, ?, ?, ?, ?::interval)",
                            run.id(),
                            run.fence(),
                            item,
                            done ? "DONE" : "FAILED",
                            note,
                            error,
                            work.now(),
                            lease.toString());
        } catch (SqlFailure e) {
            throw lostOr(e);
        }
    }

    private static RuntimeException lostOr(SqlFailure failure) {
        return SqlFailure.stateOf(failure).filter(LOST::equals).isPresent() ? new LostRun(failure) : failure;
    }

    private static HeldRun held(Sql.Row row) {
        UUID id = row.uuid("id");
        return new HeldRun(
                id,
                row.text("job"),
                row.instant("fire_at"),
                row.integer("fence"),
                row.integer("attempt"),
                row.text("request_id"));
    }
}
