package com.servistech.erp;

import com.servistech.erp.JobTask.At;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.events.PublishedEvent;
import com.servistech.erp.jobs.Alert;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One process that plans and works. Each method is one step, safe to call at any time from any thread, on as many nodes
 * as there are; {@link JobLoop} calls them by the clock.
 */
public final class JobNode {

    private static final System.Logger LOG = System.getLogger(JobNode.class.getName());
    /** A run whose node always dies is begun no more often than this. */
    private static final int BEGUN_AT_MOST = 6;

    private static final int RELAYED_AT_ONCE = 200;

    private final Erp erp;
    private final String name;
    private final Duration lease;
    private final Map<UUID, HeldRun> held = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    JobNode(Erp erp, String name, Duration lease) {
        this.erp = erp;
        this.name = name;
        this.lease = lease;
    }

    /** @return how many runs became due */
    public int plan() {
        return write(s -> s.jobs().plan());
    }

    /**
     * Takes one run that waits, or whose node is gone, and works on it to its end.
     *
     * @return the run as it ended; empty when there was none, or it was lost to another node
     */
    public Optional<RunView> work() {
        if (stopping) {
            return Optional.empty();
        }
        Optional<HeldRun> claimed = write(s -> s.jobs().claim(name, lease));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        HeldRun run = claimed.get();
        held.put(run.id(), run);
        try {
            return workedOn(run);
        } catch (LostRun e) {
            LOG.log(Level.WARNING, "{0}: {1} goes on elsewhere", run.requestId(), run.job());
            return Optional.empty();
        } finally {
            held.remove(run.id());
        }
    }

    /** Keeps what this node works on. */
    public void beat() {
        held.values().forEach(run -> {
            if (!write(s -> s.jobs().keep(run, lease))) {
                held.remove(run.id());
            }
        });
    }

    /** Whether this node works on something. */
    public boolean busy() {
        return !held.isEmpty();
    }

    /** Tells what is wrong, once. */
    public List<Alert> watch() {
        return write(s -> s.jobs().watch());
    }

    /** How far this process's clock is from the database's. */
    public Duration skew() {
        return erp.inChain(caller("watch")).read(s -> s.jobs().skew());
    }

    /** Hands events on until none waits. @return how many; none while another node does it */
    public int relay() {
        int told = 0;
        while (!stopping) {
            OptionalInt fence = write(s -> s.relay().take(name, lease));
            if (fence.isEmpty()) {
                return told;
            }
            List<PublishedEvent> events = write(s -> s.relay().next(fence.getAsInt(), RELAYED_AT_ONCE));
            if (events.isEmpty()) {
                return told;
            }
            erp.publisher().publish(events);
            int counted = write(s -> s.relay().published(fence.getAsInt(), events));
            if (counted == 0) {
                return told;
            }
            told += counted;
            events.forEach(event -> Notices.of(event).ifPresent(erp.notifier()::tell));
        }
        return told;
    }

    /** Begins nothing more; what is worked on ends after the part that it is at, and goes on elsewhere. */
    public void stop() {
        stopping = true;
    }

    /** After {@link #stop()}: lets another node relay at once. */
    public void leave() {
        write(s -> {
            s.relay().giveBack(name);
            return null;
        });
    }

    private Optional<RunView> workedOn(HeldRun run) {
        Job job = erp.jobBook().catalogue().get(run.job());
        if (run.attempt() > Math.max(job.attempts(), BEGUN_AT_MOST)) {
            return Optional.of(end(run, RunStatus.FAILED, null, "it was begun too often: no node came to its end"));
        }
        JobTask task = erp.jobBook().task(run.job());
        List<StoreId> parts;
        try {
            parts = task.parts().apply(new At(erp, caller(run), run, StoreId.CHAIN));
        } catch (RuntimeException e) {
            return Optional.of(end(run, RunStatus.FAILED, null, words(run, e)));
        }
        Set<String> done = write(s -> s.jobs().begin(run, parts.size()));
        Instant latest = erp.runtime().clock().instant().plus(job.deadline());
        String note = null;
        String error = null;
        for (StoreId store : parts) {
            if (done.contains(store.toString())) {
                continue;
            }
            if (stopping) {
                write(s -> {
                    s.jobs().giveBack(run);
                    return null;
                });
                return Optional.empty();
            } else if (write(s -> s.jobs().hold(run))) {
                return Optional.of(end(run, RunStatus.CANCELLED, note, null));
            } else if (erp.runtime().clock().instant().isAfter(latest)) {
                return Optional.of(end(run, RunStatus.FAILED, note, "it takes longer than " + job.deadline()));
            }
            Ended ended = part(task, new At(erp, caller(run), run, store));
            note = ended.done() ? ended.note() : note;
            error = ended.done() ? error : ended.note();
            if (parts.size() > 1) {
                write(s -> {
                    s.jobs().tellProgress(run);
                    return null;
                });
            }
        }
        return Optional.of(end(run, error == null ? RunStatus.COMPLETED : RunStatus.FAILED, note, error));
    }

    /** What fails is written down, and the parts after it are done all the same. */
    private Ended part(JobTask task, At at) {
        String item = at.store().toString();
        HeldRun run = at.run();
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
            String words = words(run, e);
            write(s -> {
                s.jobs().endItem(run, item, false, null, words, lease);
                return null;
            });
            return new Ended(false, words);
        }
    }

    private RunView end(HeldRun run, RunStatus status, String note, String error) {
        return write(s -> s.jobs().end(run, status, note, error));
    }

    private static String words(HeldRun run, RuntimeException e) {
        if (e instanceof ErpException refusal) {
            return refusal.code() + ": " + refusal.getMessage();
        }
        // what the database or a library says is for the log, not for whoever reads the run
        LOG.log(Level.ERROR, run.requestId() + ": a part of " + run.job() + " failed", e);
        return "unexpected: " + e.getClass().getSimpleName() + ", see the log of " + run.requestId();
    }

    private SystemCaller caller(HeldRun run) {
        return new SystemCaller(run.job(), new Origin(run.requestId(), null, run.job()));
    }

    private SystemCaller caller(String what) {
        return new SystemCaller(what, new Origin("node-" + name, null, what));
    }

    private <T> T write(Function<Session, T> body) {
        return erp.inChain(caller("jobs")).write(body);
    }
}
