package com.servistech.erp.sdk.internal.http;

import com.servistech.erp.sdk.Sleeper;
import com.servistech.erp.sdk.error.ConnectionFailed;
import com.servistech.erp.sdk.error.DeadlineExceeded;
import com.servistech.erp.sdk.error.InvalidResponse;
import com.servistech.erp.sdk.internal.json.JsonText;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a call again while that is harmless, may help and fits the deadline. A wait that does not fit ends the call at
 * once with what is known, instead of sleeping towards a certain failure.
 */
public final class Retrying {

    private static final String IN_PROGRESS = "idempotency.in-progress";

    private final Exchange next;
    private final Backoff backoff;
    private final Clock clock;
    private final Sleeper sleeper;

    public Retrying(Exchange next, Backoff backoff, Clock clock, Sleeper sleeper) {
        this.next = next;
        this.backoff = backoff;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    public Outcome send(Call call, Deadline deadline, int retries) {
        int attempts = call.repeatable() ? retries + 1 : 1;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= attempts;
            Duration pause;
            try {
                Reply reply = next.send(call, deadline);
                pause = pauseAfter(reply, attempt);
                if (last || !worthRepeating(reply) || !deadline.allows(pause)) {
                    return new Outcome(reply, attempt);
                }
            } catch (BodyTooLarge e) {
                throw new InvalidResponse(call.line() + ": " + e.getMessage(), e, key(call), attempt);
            } catch (IOException e) {
                pause = backoff.after(attempt);
                if (deadline.passed()) {
                    throw new DeadlineExceeded(call.line(), e, key(call), attempt);
                }
                if (last || !deadline.allows(pause)) {
                    throw new ConnectionFailed(call.line(), e, key(call), attempt);
                }
            } catch (InterruptedException e) {
                throw interrupted(call, e, attempt);
            }
            sleep(call, pause, attempt);
        }
    }

    private void sleep(Call call, Duration pause, int attempt) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(call, e, attempt);
        }
    }

    private Duration pauseAfter(Reply reply, int attempt) {
        Optional<Duration> asked = RetryAfter.in(reply.headers(), clock);
        return asked.orElseGet(() -> backoff.after(attempt));
    }

    private static boolean worthRepeating(Reply reply) {
        return switch (reply.status()) {
            case 429, 502, 503, 504 -> true;
            case 409 -> JsonText.code(reply.body()).filter(IN_PROGRESS::equals).isPresent();
            default -> false;
        };
    }

    private static ConnectionFailed interrupted(Call call, InterruptedException e, int attempt) {
        Thread.currentThread().interrupt();
        return new ConnectionFailed(call.line(), e, key(call), attempt);
    }

    private static String key(Call call) {
        return call.idempotencyKey().orElse(null);
    }
}
