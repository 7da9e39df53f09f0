package com.servistech.erp;

import com.servistech.erp.JobTask.At;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.jobs.HeldRun;
import com.servistech.erp.jobs.Job;
import com.servistech.erp.jobs.LostRun;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A run that a node holds, worked on part by part, each in a transaction of its own. It knows nothing of threads: a loop
 * of the node or a container of the host carries it out.
 */
public final class RunAtWork {

    private static final System.Logger LOG = System.getLogger(RunAtWork.class.getName());
    /** A run whose node always dies is begun no more often than this. */
    private static final int BEGUN_AT_MOST = 6;

    private final Erp erp;
    private final HeldRun run;
    private final Duration lease;
    private final BooleanSupplier nodeStops;
    private volatile boolean stopped;

    RunAtWork(Erp erp, HeldRun run, Duration lease, BooleanSupplier nodeStops) {
        this.erp = erp;
        this.run = run;
        this.lease = lease;
        this.nodeStops = nodeStops;
    }

    public HeldRun run() {
        return run;
    }

    /** Writes down under which number the host's container carries it out. @throws LostRun when it is another node's */
    public void carriedOutAs(long execution) {
        write(s -> {
            s.jobs().carriedOutAs(run, execution);
            return null;
        });
    }

    /** Ends after the part that is worked on; another node may go on at once. */
    public void stop() {
        stopped = true;
    }

    /**
     * Works on what is not done yet.
     *
     * @return the run as it ended; empty when it goes on elsewhere, because this node or this run was stopped
     * @throws LostRun when another node works on it; nothing of what was done since counts
     */
    public Optional<RunView> toItsEnd() {
        Job job = erp.jobBook().catalogue().get(run.job());
        if (run.attempt() > Math.max(job.attempts(), BEGUN_AT_MOST)) {
            return Optional.of(end(RunStatus.FAILED, null, "it was begun too often: no node came to its end"));
        }
        JobTask task = erp.jobBook().task(run.job());
        List<StoreId> parts;
        try {
            parts = task.parts().apply(at(StoreId.CHAIN));
        } catch (RuntimeException e) {
            return Optional.of(end(RunStatus.FAILED, null, words(e)));
        }
        Set<String> done = write(s -> s.jobs().begin(run, parts.size()));
        Instant latest = erp.runtime().clock().instant().plus(job.deadline());
        String note = null;
        String error = null;
        for (StoreId store : parts) {
            if (done.contains(store.toString())) {
                continue;
            }
            if (stopped || nodeStops.getAsBoolean()) {
                write(s -> {
                    s.jobs().giveBack(run);
                    return null;
                });
                return Optional.empty();
            } else if (write(s -> s.jobs().hold(run))) {
                return Optional.of(end(RunStatus.CANCELLED, note, null));
            } else if (erp.runtime().clock().instant().isAfter(latest)) {
                return Optional.of(end(RunStatus.FAILED, note, "it takes longer than " + job.deadline()));
            }
            Ended ended = part(task, at(store));
            note = ended.done() ? ended.note() : note;
            error = ended.done() ? error : ended.note();
            if (parts.size() > 1) {
                write(s -> {
                    s.jobs().tellProgress(run);
                    return null;
                });
            }
        }
        return Optional.of(end(error == null ? RunStatus.COMPLETED : RunStatus.FAILED, note, error));
    }

    /** What fails is written down, and the parts after it are done all the same. */
    private Ended part(JobTask task, At at) {
        String item = at.store().toString();
        try {
            Function<Session, Ended> prepared = task.part().prepare(at);
            return at.door().write(s -> {
                s.jobs().hold(run);
                Ended ended = prepared.apply(s);
                s.jobs()
                        .endItem(
                                run,
                                item,
                                ended.done(),
                                ended.done() ? ended.note() : null,
                                ended.done() ? null : ended.note(),
                                lease);
                return ended;
            });
        } catch (LostRun e) {
            throw e;
        } catch (RuntimeException e) {
            String words = words(e);
            write(s -> {
                s.jobs().endItem(run, item, false, null, words, lease);
                return null;
            });
            return new Ended(false, words);
        }
    }

    private RunView end(RunStatus status, String note, String error) {
        return write(s -> s.jobs().end(run, status, note, error));
    }

    private String words(RuntimeException e) {
        if (e instanceof ErpException refusal) {
            return refusal.code() + ": " + refusal.getMessage();
        }
        // what the database or a library says is for the log, not for whoever reads the run
        LOG.log(Level.ERROR, run.requestId() + ": a part of " + run.job() + " failed", e);
        return "unexpected: " + e.getClass().getSimpleName() + ", see the log of " + run.requestId();
    }

    private At at(StoreId store) {
        return new At(erp, new SystemCaller(run.job(), new Origin(run.requestId(), null, run.job())), run, store);
    }

    /** The run's own rows; what the schedule does is the system's, whatever job it is. */
    private <T> T write(Function<Session, T> body) {
        Origin origin = new Origin(run.requestId(), null, run.job());
        return erp.inChain(new SystemCaller("jobs", origin)).write(body);
    }
}
