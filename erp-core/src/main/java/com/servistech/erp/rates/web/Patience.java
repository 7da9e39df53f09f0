package com.servistech.erp.rates.web;

import java.time.Duration;
import java.util.List;

/**
 * How long and how often a server is asked before it counts as unavailable.
 *
 * @param connect for the connection
 * @param attempt for one request with its whole body
 * @param overall for everything, pauses included
 * @param pauses before the second, third... try; each is stretched by up to half, by chance, so that shops do not all
 *     come back in one second
 * @param largest body in bytes, unpacked
 */
public record Patience(Duration connect, Duration attempt, Duration overall, List<Duration> pauses, int largest) {

    private static final int TWO_MEBIBYTES = 2 << 20;

    /**
     * For the bank, which is slow more often than it is down: half a minute for an answer, three tries, and a word for
     * whoever waits at the counter within 40 seconds.
     */
    public static final Patience PAGE = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(40),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(8)),
            TWO_MEBIBYTES);

    /** For a market, whose answer is old soon: two tries within 18 seconds. */
    public static final Patience MARKET = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(8),
            Duration.ofSeconds(18),
            List.of(Duration.ofSeconds(1)),
            TWO_MEBIBYTES);

    public Patience {
        pauses = List.copyOf(pauses);
    }

    public Patience upTo(int bytes) {
        return new Patience(connect, attempt, overall, pauses, bytes);
    }
}
