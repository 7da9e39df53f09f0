package com.servistech.erp.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What operators watch of a job, as its rows say it.
 *
 * @param runs how many are on record by outcome; runs are kept for ninety days
 * @param sinceSuccess how long ago the last completed run ended; empty when there is none on record
 * @param lastDuration how long the last run took that began and ended
 * @param lag by how much the oldest run that waits is late; zero when none waits
 */
public record JobFigures(
        String job,
        Map<RunStatus, Integer> runs,
        Optional<Duration> sinceSuccess,
        Optional<Duration> lastDuration,
        Duration lag) {

    public JobFigures {
        runs = Map.copyOf(runs);
    }
}
