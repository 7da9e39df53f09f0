package com.servistech.erp.batch;

import com.servistech.erp.RunAtWork;
import com.servistech.erp.jobs.RunView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands one run to whoever takes it first, and what came of it back to who waits. */
final class Ticket {

    private final RunAtWork work;
    private final AtomicBoolean given = new AtomicBoolean();
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CompletableFuture<Optional<RunView>> outcome = new CompletableFuture<>();

    Ticket(RunAtWork work) {
        this.work = work;
    }

    RunAtWork work() {
        return work;
    }

    /** @return whether the run is now this caller's to carry out */
    boolean take() {
        boolean first = given.compareAndSet(false, true);
        taken.countDown();
        return first;
    }

    boolean awaitTaken(Duration patience) {
        try {
            return taken.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By who took it. */
    Optional<RunView> carryOut(long execution) {
        try {
            work.carriedOutAs(execution);
            Optional<RunView> ended = work.toItsEnd();
            outcome.complete(ended);
            return ended;
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
            throw e;
        }
    }

    /** Waits for it. @throws RuntimeException what {@link RunAtWork#toItsEnd()} threw */
    Optional<RunView> outcome() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
