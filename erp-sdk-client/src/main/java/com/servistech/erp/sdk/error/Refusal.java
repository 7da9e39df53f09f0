package com.servistech.erp.sdk.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What an {@link ApiException} is made of.
 *
 * @param problem the problem document
 * @param idempotencyKey the key that the request carried, if it carried one
 * @param attempts how many times the request was sent
 * @param retryAfter how long the server asks to wait, if it says so
 */
public record Refusal(Problem problem, Optional<String> idempotencyKey, int attempts, Optional<Duration> retryAfter) {

    public Refusal {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(retryAfter, "retryAfter");
    }
}
