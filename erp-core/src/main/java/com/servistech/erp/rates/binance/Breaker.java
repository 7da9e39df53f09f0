package com.servistech.erp.rates.binance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** After five failures in a row nobody asks for five minutes: who is refused and insists is banned. */
final class Breaker {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofMinutes(5);

    private final Clock clock;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Until when nobody asks; empty when one may. */
    synchronized Optional<Instant> rests() {
        return clock.instant().isBefore(restsUntil) ? Optional.of(restsUntil) : Optional.empty();
    }

    synchronized void note(boolean success) {
        failures = success ? 0 : failures + 1;
        if (failures >= FAILURES) {
            restsUntil = clock.instant().plus(REST);
            failures = 0;
        }
    }
}
