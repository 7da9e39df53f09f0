package com.servistech.erp.jobs;

import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Begins and ends a run that is held, and tells about both. Whoever lost the lease writes nothing. */
final class EndRun {

    private static final Duration BACKOFF = Duration.ofMinutes(1);
    private static final int LONGEST_ERROR = 2_000;

    private final Work work;

    EndRun(Work work) {
        this.work = work;
    }

    /**
     * Says how many parts there are.
     *
     * @return the parts that earlier attempts did
     */
    Set<String> begin(HeldRun run, int total) {
        new HoldRun(work).hold(run);
        work.sql()
                .update(
                        "update erp.job_runs set total = ? where store_id = ? and id = ? and fence = ?",
                        total,
                        StoreId.CHAIN,
                        run.id(),
                        run.fence());
        tell("jobs.started", run, Map.of("total", Integer.toString(total)));
        return new LinkedHashSet<>(work.sql()
                .list(
                        row -> row.text("item"),
                        "select item from erp.job_items where store_id = ? and run_id = ? and status = 'DONE' order by item",
                        StoreId.CHAIN,
                        run.id()));
    }

    void tellProgress(HeldRun run) {
        work.sql()
                .first(
                        row -> Map.of(
                                "done", Integer.toString(row.integer("done")),
                                "failed", Integer.toString(row.integer("failed")),
                                "total", Integer.toString(row.integer("total"))),
                        "select done, failed, total from erp.job_runs where store_id = ? and id = ? and fence = ?",
                        StoreId.CHAIN,
                        run.id(),
                        run.fence())
                .ifPresent(progress -> tell("jobs.progressed", run, progress));
    }

    /**
     * Ends the run as its parts are. What failed is tried again a little later, while there are attempts left.
     *
     * @param error what went wrong outside of the parts; null when nothing did
     */
    RunView end(HeldRun run, Job job, RunStatus asked, String note, String error) {
        String text = error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        boolean again = asked == RunStatus.FAILED && run.attempt() < job.attempts();
        RunStatus status = again ? RunStatus.DUE : asked;
        Instant notBefore = again ? work.now().plus(BACKOFF.multipliedBy(1L << (run.attempt() - 1))) : null;
        RunView ended = work.sql()
                .first(
                        RunView::of,
                        "update erp.job_runs set status = ?, lease_until = null, ended_at = ?::timestamptz, note = ?, error = ?,"
                                + " not_before = coalesce(?::timestamptz, not_before)"
                                + " where store_id = ? and id = ? and fence = ? and status = 'RUNNING' returning "
                                + RunView.COLUMNS,
                        status,
                        again ? null : work.now().toString(),
                        note,
                        text,
                        notBefore == null ? null : notBefore.toString(),
                        StoreId.CHAIN,
                        run.id(),
                        run.fence())
                .orElseThrow(() -> new LostRun(null));
        Map<String, String> facts = new HashMap<>(Map.of(
                "status", status.name(),
                "done", Integer.toString(ended.done()),
                "failed", Integer.toString(ended.failed())));
        if (note != null) {
            facts.put("note", note);
        }
        if (text != null) {
            facts.put("error", text);
        }
        tell(again ? "jobs.postponed" : "jobs.ended", run, facts);
        return ended;
    }

    private void tell(String topic, HeldRun run, Map<String, String> facts) {
        Map<String, String> payload = new HashMap<>(facts);
        payload.put("job", run.job());
        payload.put("fireAt", run.fireAt().toString());
        new Outbox(work).add(topic, run.id(), payload);
    }
}
