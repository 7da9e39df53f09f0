package com.servistech.erp.sdk.internal.http;

import java.time.Duration;

/** The moment at which a call gives up, on the monotonic clock: a corrected wall clock neither stretches nor cuts it. */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean passed() {
        return remaining().isZero();
    }

    /** Whether a pause of this length ends before the deadline. */
    boolean allows(Duration pause) {
        return pause.compareTo(remaining()) < 0;
    }

    /** The shorter of what is left and the given time. */
    Duration atMost(Duration time) {
        Duration left = remaining();
        return left.compareTo(time) < 0 ? left : time;
    }
}
