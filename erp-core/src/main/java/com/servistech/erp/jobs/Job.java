package com.servistech.erp.jobs;

import java.time.Duration;
import java.util.Objects;

/**
 * One job and its rules.
 *
 * @param name as in addresses and commands: {@code bcv-rates}
 * @param schedule when it is due; without a line of cron only when somebody asks
 * @param misfire what is done about fires that were not seen at their minute
 * @param maxAge a fire older than this is not made up for
 * @param overlap what a fire does while an earlier run is not over
 * @param deadline how long a run may take before it is ended as failed
 * @param attempts how often a run is begun before it stays failed, 1 or more
 * @param runnable whether this assembly has the act; without it nothing is planned and nobody may ask
 */
public record Job(
        String name,
        Schedule schedule,
        Misfire misfire,
        Duration maxAge,
        Overlap overlap,
        Duration deadline,
        int attempts,
        boolean runnable) {

    public Job {
        if (!name.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("Not a name of a job: " + name);
        }
        Objects.requireNonNull(schedule, "schedule");
        if (attempts < 1) {
            throw new IllegalArgumentException(name + " is begun at least once");
        }
    }

    /** With the defaults that most have: the newest missed fire within an hour, no overlap, three attempts in an hour. */
    public static Job of(String name, Schedule schedule) {
        Duration hour = Duration.ofHours(1);
        return new Job(name, schedule, Misfire.RUN_NEWEST, hour, Overlap.SKIP, hour, 3, false);
    }

    /** Made up for when it is this late, and may take this long. */
    public Job within(Duration age, Duration longest) {
        return new Job(name, schedule, misfire, age, overlap, longest, attempts, runnable);
    }

    public Job onMisfire(Misfire policy) {
        return new Job(name, schedule, policy, maxAge, overlap, deadline, attempts, runnable);
    }

    public Job onOverlap(Overlap rule) {
        return new Job(name, schedule, misfire, maxAge, rule, deadline, attempts, runnable);
    }

    public Job attempts(int most) {
        return new Job(name, schedule, misfire, maxAge, overlap, deadline, most, runnable);
    }

    public Job at(Schedule other) {
        return new Job(name, other, misfire, maxAge, overlap, deadline, attempts, runnable);
    }

    public Job runnable(boolean hasAct) {
        return new Job(name, schedule, misfire, maxAge, overlap, deadline, attempts, hasAct);
    }
}
