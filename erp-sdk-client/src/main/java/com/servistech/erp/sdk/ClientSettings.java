package com.servistech.erp.sdk;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** What the builder was told, fixed at the moment of building. */
record ClientSettings(URI baseUri, Timeouts timeouts, int retries, long maximumBody, Outside outside) {

    record Timeouts(Duration connect, Duration attempt, Duration call) {}

    /** What a test replaces. */
    record Outside(Clock clock, Sleeper sleeper, DoubleSupplier jitter) {}

    boolean tls() {
        return "https".equalsIgnoreCase(baseUri.getScheme());
    }
}
