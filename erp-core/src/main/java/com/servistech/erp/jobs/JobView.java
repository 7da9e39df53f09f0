package com.servistech.erp.jobs;

import java.time.Instant;
import java.util.List;

/**
 * A job as it stands.
 *
 * @param schedules lines of cron, in the zone; none where it runs only when asked for
 * @param runnable whether this installation can run it
 * @param maxAgeSeconds how late a fire is still made up for
 * @param nextRun null where there is none
 * @param lastRun the newest run that was begun, null where there was none
 * @param failures how many of the newest runs failed one after the other
 */
public record JobView(
        String name,
        List<String> schedules,
        String zone,
        boolean runnable,
        Misfire misfire,
        long maxAgeSeconds,
        Overlap overlap,
        long deadlineSeconds,
        Instant nextRun,
        RunView lastRun,
        int failures) {}
