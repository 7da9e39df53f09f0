package com.servistech.erp.sdk;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Settings of a new {@link ErpClient}; only the base URI is required. Not safe for several threads. */
public final class ErpClientBuilder {

    private URI baseUri;
    private Credentials credentials = Credentials.none();
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration attemptTimeout = Duration.ofSeconds(15);
    private Duration callTimeout = Duration.ofSeconds(45);
    private long maximumBody = 64L * 1024 * 1024;
    private int retries = 2;
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = pause -> Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    ErpClientBuilder() {}

    /** Where the server is, for example {@code https://erp.example.com}; the client itself appends {@code /api/v1}. */
    public ErpClientBuilder baseUri(URI uri) {
        if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("the base URI is a scheme, a host and maybe a port and path: " + uri);
        }
        String text = uri.toString();
        baseUri = URI.create(text.endsWith("/") ? text : text + "/");
        return this;
    }

    /** Who calls; nobody by default. */
    public ErpClientBuilder credentials(Credentials who) {
        credentials = Objects.requireNonNull(who, "who");
        return this;
    }

    /** How long a connection may take to open; 5 s by default. */
    public ErpClientBuilder connectTimeout(Duration time) {
        connectTimeout = positive(time);
        return this;
    }

    /** How long one attempt may take, body included; 15 s by default. */
    public ErpClientBuilder attemptTimeout(Duration time) {
        attemptTimeout = positive(time);
        return this;
    }

    /** How long a whole call may take, sign-in, retries and body included; 45 s by default. */
    public ErpClientBuilder callTimeout(Duration time) {
        callTimeout = positive(time);
        return this;
    }

    /** How many times a call may be sent again; 2 by default. */
    public ErpClientBuilder retries(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retries cannot be negative: " + times);
        }
        retries = times;
        return this;
    }

    /** The largest body that the client reads, in bytes; 64 MiB by default. */
    public ErpClientBuilder maximumBody(long bytes) {
        maximumBody = bytes;
        return this;
    }

    /** What tells the end of a token and the meaning of a Retry-After date; the system's by default. */
    public ErpClientBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /** How to wait between two tries; a sleeping thread by default. */
    public ErpClientBuilder sleeper(Sleeper waiting) {
        sleeper = Objects.requireNonNull(waiting, "waiting");
        return this;
    }

    /** What scatters the pauses: values from 0 to below 1; random by default. */
    public ErpClientBuilder jitter(DoubleSupplier source) {
        random = Objects.requireNonNull(source, "source");
        return this;
    }

    public ErpClient build() {
        if (baseUri == null) {
            throw new IllegalStateException("baseUri is not set");
        }
        ClientSettings.Timeouts timeouts = new ClientSettings.Timeouts(connectTimeout, attemptTimeout, callTimeout);
        ClientSettings.Outside outside = new ClientSettings.Outside(clock, sleeper, random);
        return ErpClient.open(new ClientSettings(baseUri, timeouts, retries, maximumBody, outside), credentials);
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than nothing: " + time);
        }
        return time;
    }
}
