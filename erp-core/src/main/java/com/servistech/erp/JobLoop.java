package com.servistech.erp;

import com.servistech.erp.jobs.RunView;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Lets a node do its steps by the clock until it is closed, each kind in a loop of its own: that work takes long delays
 * neither planning nor the heart beat, nor what watches over both. No failure ends a loop.
 */
public final class JobLoop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JobLoop.class.getName());

    /**
     * How often.
     *
     * @param poll between looks at the schedule and at runs that wait
     * @param lease how long the cluster waits for a silent node
     * @param workers runs at a time
     * @param skew a clock that is further away from the database's plans nothing
     * @param grace how long closing waits for the part that is worked on
     */
    public record Pace(Duration poll, Duration lease, int workers, Duration skew, Duration grace) {
        public static final Pace STANDARD = new Pace(
                Duration.ofSeconds(5), Duration.ofMinutes(1), 2, Duration.ofMinutes(5), Duration.ofSeconds(20));
    }

    private interface Step {
        void go();
    }

    private final JobNode node;
    private final Pace pace;
    private final Function<RunAtWork, Optional<RunView>> host;
    private final List<Semaphore> bells = new ArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private int loops;
    private volatile boolean closed;

    private JobLoop(JobNode node, Pace pace, Function<RunAtWork, Optional<RunView>> host) {
        this.node = node;
        this.pace = pace;
        this.host = host;
    }

    /** @param threads gives each loop a thread of its own: 5 and one for each worker */
    public static JobLoop start(Erp erp, String name, Pace pace, Executor threads) {
        return start(erp, name, pace, threads, RunAtWork::toItsEnd);
    }

    /** @param host carries out the runs that this node takes; it returns when a run is over here */
    public static JobLoop start(
            Erp erp, String name, Pace pace, Executor threads, Function<RunAtWork, Optional<RunView>> host) {
        JobLoop loop = new JobLoop(erp.jobNode(name, pace.lease()), pace, host);
        loop.run(threads, pace.poll(), loop::plan);
        for (int i = 0; i < pace.workers(); i++) {
            loop.run(threads, pace.poll(), loop::work);
        }
        loop.run(threads, pace.lease().dividedBy(3), loop.node::beat);
        loop.run(threads, Duration.ofMinutes(1), () -> loop.node.watch());
        loop.run(threads, pace.poll(), loop::tell);
        Semaphore relay = loop.run(threads, pace.poll(), () -> loop.node.relay());
        erp.onEvents(relay::release);
        return loop;
    }

    private void plan() {
        Duration skew = node.skew().abs();
        if (skew.compareTo(pace.skew()) > 0) {
            LOG.log(Level.ERROR, "This clock is {0} away from the database''s: nothing is planned here", skew);
            return;
        }
        if (node.plan() > 0) {
            bells.get(1).release(pace.workers());
        }
    }

    private void work() {
        while (!closed && node.work(host).isPresent()) {
            // the next one that waits
        }
    }

    private void tell() {
        while (!closed && node.tell()) {
            LockSupport.parkNanos(JobNode.BETWEEN_NOTICES.toNanos());
        }
    }

    private Semaphore run(Executor threads, Duration pause, Step step) {
        Semaphore bell = new Semaphore(0);
        bells.add(bell);
        loops++;
        threads.execute(() -> {
            try {
                while (!closed) {
                    guarded(step);
                    if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        bell.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.release();
            }
        });
        return bell;
    }

    private static void guarded(Step step) {
        try {
            step.go();
        } catch (RuntimeException | Error e) {
            // the database is away, or a fault of ours: the next turn may do better
            LOG.log(Level.WARNING, "a step of the jobs failed", e);
        }
    }

    /** Begins nothing more, waits for the parts that are worked on, and lets the other nodes go on at once. */
    @Override
    public void close() {
        node.stop();
        closed = true;
        bells.forEach(bell -> bell.release(loops));
        try {
            if (!ended.tryAcquire(loops, pace.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "a part of a job did not end in time: another node takes it when its lease ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        guarded(node::leave);
    }
}
