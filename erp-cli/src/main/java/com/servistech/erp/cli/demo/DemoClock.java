package com.servistech.erp.cli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, until a thread sets it to another for itself: shops whose days pass side by side each have their own hour. */
public final class DemoClock extends Clock {

    private final Clock real;
    private final ThreadLocal<Instant> set = new ThreadLocal<>();

    public DemoClock(Clock real) {
        this.real = real;
    }

    void set(Instant instant) {
        set.set(instant);
    }

    @Override
    public Instant instant() {
        Instant told = set.get();
        return told == null ? real.instant() : told;
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
