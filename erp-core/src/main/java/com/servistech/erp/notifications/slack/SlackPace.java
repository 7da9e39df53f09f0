package com.servistech.erp.notifications.slack;

import java.time.Duration;

/**
 * How fast, and how patiently.
 *
 * @param between two messages
 * @param retry after the first failure; twice as long after each further one
 * @param queue how many may wait
 */
public record SlackPace(Duration between, Duration retry, int attempts, int queue) {

    /** What Slack asks for: one message a second. */
    public static final SlackPace STANDARD = new SlackPace(Duration.ofSeconds(1), Duration.ofSeconds(2), 5, 100);

    private static final int LONGEST_WAIT_SECONDS = 60;

    /** What Slack says, within reason; else the usual pause. */
    Duration wait(String retryAfter, Duration usual) {
        return retryAfter != null && retryAfter.matches("[0-9]{1,2}")
                ? Duration.ofSeconds(Math.min(Integer.parseInt(retryAfter), LONGEST_WAIT_SECONDS))
                : usual;
    }
}
