package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.internal.http.Deadline;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Keeps one value and lets exactly one thread at a time make the next one, while the others wait for it, each no
 * longer than its own deadline. They share a failure too: eight threads with a wrong password are one failed sign-in.
 */
final class SingleFlight<T> {

    interface Maker<T> {
        T make(Optional<T> held, Deadline deadline) throws IOException, InterruptedException, SignInRefused;
    }

    private final Object lock = new Object();
    private Optional<T> held = Optional.empty();
    private CompletableFuture<T> underway;

    /** The kept value, or the next one if there is none or it is unfit. */
    T valueUnless(Predicate<T> unfit, Deadline deadline, Maker<T> maker)
            throws IOException, InterruptedException, SignInRefused {
        while (true) {
            CompletableFuture<T> result;
            Optional<T> before;
            boolean first;
            synchronized (lock) {
                before = held;
                if (before.isPresent() && !unfit.test(before.get())) {
                    return before.get();
                }
                first = underway == null;
                if (first) {
                    underway = new CompletableFuture<>();
                }
                result = underway;
            }
            if (first) {
                return lead(result, before, deadline, maker);
            }
            Optional<T> shared = follow(result, deadline);
            if (shared.isPresent()) {
                return shared.get();
            }
        }
    }

    private T lead(CompletableFuture<T> result, Optional<T> before, Deadline deadline, Maker<T> maker)
            throws IOException, InterruptedException, SignInRefused {
        try {
            T made = maker.make(before, deadline);
            land(Optional.of(made));
            result.complete(made);
            return made;
        } catch (Throwable e) {
            land(before);
            result.completeExceptionally(e);
            throw e;
        }
    }

    private void land(Optional<T> value) {
        synchronized (lock) {
            held = value;
            underway = null;
        }
    }

    /** Empty if the leading thread gave up for a reason of its own: then the next one leads. */
    private Optional<T> follow(CompletableFuture<T> result, Deadline deadline)
            throws IOException, InterruptedException, SignInRefused {
        try {
            return Optional.of(result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no time left to wait for the sign-in");
        } catch (ExecutionException e) {
            Throwable failure = e.getCause();
            if (failure instanceof HttpTimeoutException || failure instanceof InterruptedException) {
                return Optional.empty();
            }
            if (failure instanceof SignInRefused refused) {
                throw refused;
            }
            if (failure instanceof IOException broken) {
                throw new IOException(broken.getMessage(), broken);
            }
            throw failure instanceof RuntimeException wrong ? wrong : new IllegalStateException(failure);
        }
    }
}
