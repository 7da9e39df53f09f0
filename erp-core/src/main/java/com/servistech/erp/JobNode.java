package com.servistech.erp;

import com.servistech.erp.events.PublishedEvent;
import com.servistech.erp.jobs.Alert;
import com.servistech.erp.jobs.HeldRun;
import com.servistech.erp.jobs.LostRun;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.notifications.Notifier;
import com.servistech.erp.notifications.WaitingNotice;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.SystemCaller;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One process that plans and works. Each method is one step, safe to call at any time from any thread, on as many nodes
 * as there are; {@link JobLoop} calls them by the clock.
 */
public final class JobNode {

    private static final System.Logger LOG = System.getLogger(JobNode.class.getName());
    private static final int RELAYED_AT_ONCE = 200;

    /** What Slack asks for. */
    static final Duration BETWEEN_NOTICES = Duration.ofSeconds(1);

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
     * Takes one run that waits, or whose node is gone, and works on it to its end, in this thread.
     *
     * @return the run as it ended; empty when there was none, or it was lost to another node
     */
    public Optional<RunView> work() {
        return work(RunAtWork::toItsEnd);
    }

    /**
     * As {@link #work()}.
     *
     * @param host carries the run out, in this thread or another one, and returns when it is over here
     */
    public Optional<RunView> work(Function<RunAtWork, Optional<RunView>> host) {
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
            return host.apply(new RunAtWork(erp, run, lease, () -> stopping));
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
            int counted = write(s -> {
                events.forEach(event -> Notices.of(event)
                        .ifPresent(notice -> s.notifications().keep(event.id(), event.position(), notice)));
                return s.relay().published(fence.getAsInt(), events);
            });
            if (counted == 0) {
                return told;
            }
            told += counted;
        }
        return told;
    }

    /**
     * Tells people the oldest notice that waits, where this process knows how to tell them.
     *
     * @return whether an attempt was made; one that failed is made again later, by whoever is there then
     */
    public boolean tell() {
        if (erp.notifier() == Notifier.NOBODY) {
            return false;
        }
        Optional<WaitingNotice> waiting = write(s -> s.notifications().next(BETWEEN_NOTICES));
        waiting.ifPresent(next -> {
            Notifier.Answer answer = erp.notifier().tell(next.notice());
            write(s -> {
                s.notifications().answered(next, answer);
                return null;
            });
        });
        return waiting.isPresent();
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

    private SystemCaller caller(String what) {
        return new SystemCaller(what, new Origin("node-" + name, null, what));
    }

    private <T> T write(Function<Session, T> body) {
        return erp.inChain(caller("jobs")).write(body);
    }
}
