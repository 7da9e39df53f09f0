package com.servistech.erp.sdk.internal.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header, in seconds or as an HTTP date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** How long the answer asks to wait; empty if it does not say so, or says it unreadably. */
    public static Optional<Duration> in(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(text -> read(text, clock));
    }

    private static Optional<Duration> read(String text, Clock clock) {
        try {
            return Optional.of(
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : until(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from), clock));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration until(Instant moment, Clock clock) {
        Duration wait = Duration.between(clock.instant(), moment);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
