package com.servistech.erp.sdk;

import java.time.Duration;

/** How the client waits between two tries; a test gives one that only takes note. */
@FunctionalInterface
public interface Sleeper {

    /** Returns after the pause. */
    void sleep(Duration pause) throws InterruptedException;
}
