package com.servistech.erp.jobs;

import static com.servistech.erp.tenancy.Work.CARACAS;

import com.servistech.erp.error.NotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All jobs, by name. */
public final class Catalogue {

    private final Map<String, Job> jobs = new LinkedHashMap<>();

    public Catalogue(List<Job> all) {
        all.forEach(job -> jobs.put(job.name(), job));
    }

    /** What the product promises, in Caracas time. */
    public static Catalogue standard() {
        Duration day = Duration.ofHours(20);
        Duration half = Duration.ofMinutes(30);
        return new Catalogue(List.of(
                job("bcv-rates", "0 8,13 * * MON-SAT").within(Duration.ofHours(4), half),
                job("binance-rates", "*/30 7-18 * * MON-SAT", "0 19 * * MON-SAT")
                        .within(half, half),
                job("database-backup", "0 2 * * *").within(day, Duration.ofHours(4)),
                job("full-backup", "0 3 * * SUN").within(day, Duration.ofHours(8)),
                // of the night's backups; retention removes nothing that no proven one outlives
                job("backup-proof", "0 5 * * SUN").within(day, Duration.ofHours(8)),
                job("backup-cleanup", "0 4 * * *").within(day, Duration.ofHours(1)),
                // what a day earned is settled for that day, however late the run is
                job("commissions", "59 23 * * *")
                        .within(Duration.ofDays(3), Duration.ofHours(4))
                        .onMisfire(Misfire.RUN_ALL)
                        .onOverlap(Overlap.WAIT),
                job("health-report", "0 9 * * *").within(Duration.ofHours(6), half),
                // the rules of rates say whether the bank is due; this only asks them
                job("rate-polling", "*/15 * * * *")
                        .within(Duration.ofMinutes(15), half)
                        .attempts(1),
                job("rate-watch", "0 8,20 * * *").within(Duration.ofHours(1), half),
                job("audit-seal", "50 23 * * *").within(day, Duration.ofHours(1)),
                job("audit-months", "20 4 * * *").within(day, Duration.ofHours(1)),
                job("control-numbers", "*/10 * * * *")
                        .within(Duration.ofMinutes(10), Duration.ofHours(1))
                        .attempts(1),
                // each change of a transfer is told at once; this is for what a process left half told
                job("transfers", "*/5 * * * *")
                        .within(Duration.ofMinutes(5), half)
                        .attempts(1),
                job("purge", "40 4 * * *").within(day, Duration.ofHours(1))));
    }

    private static Job job(String name, String... crons) {
        return Job.of(name, Schedule.of(CARACAS, crons));
    }

    /** The same with other lines of cron for some; none at all means only when asked. */
    public Catalogue with(Map<String, List<String>> crons) {
        List<Job> changed = new ArrayList<>();
        jobs.values()
                .forEach(job -> changed.add(
                        crons.containsKey(job.name())
                                ? job.at(Schedule.of(job.schedule().zone(), crons.get(job.name())))
                                : job));
        return new Catalogue(changed);
    }

    /** The same where those and no others can be run. */
    public Catalogue runnable(Set<String> names) {
        return new Catalogue(jobs.values().stream()
                .map(job -> job.runnable(names.contains(job.name())))
                .toList());
    }

    public List<Job> all() {
        return List.copyOf(jobs.values());
    }

    public boolean has(String name) {
        return jobs.containsKey(name);
    }

    /** @throws NotFound {@code jobs.unknown} */
    public Job get(String name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new NotFound("jobs.unknown", "There is no such job");
        }
        return job;
    }
}
