package com.servistech.erp.cli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The real time until it is set to another. */
public final class DemoClock extends Clock {

    private final Clock real;
    private volatile Instant set;

    public DemoClock(Clock real) {
        this.real = real;
    }

    void set(Instant instant) {
        this.set = instant;
    }

    @Override
    public Instant instant() {
        return set == null ? real.instant() : set;
    }

    Instant realNow() {
        return real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
