package com.servistech.erp.rates.web;

import java.time.Duration;

/** Waiting between two requests. */
@FunctionalInterface
public interface Pause {

    /** Really waits. */
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void pause(Duration duration) throws InterruptedException;
}
