package com.servistech.erp.sdk.internal.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Full jitter: a random pause between nothing and a bound that doubles, so that many clients do not return at once. */
public final class Backoff {

    private static final Duration BASE = Duration.ofMillis(200);
    private static final Duration CAP = Duration.ofSeconds(8);

    private final DoubleSupplier random;

    /** @param random gives values from 0 inclusive to 1 exclusive */
    public Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** The pause after the given attempt, counted from 1. */
    Duration after(int attempt) {
        long bound = Math.min(CAP.toNanos(), BASE.toNanos() << Math.min(attempt - 1, 10));
        return Duration.ofNanos((long) (random.getAsDouble() * bound));
    }
}
