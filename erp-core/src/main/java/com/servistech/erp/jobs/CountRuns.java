package com.servistech.erp.jobs;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads off the rows what operators watch, for all jobs in two statements. */
final class CountRuns {

    private static final String TIMES = "select job,"
            + " (1000 * extract(epoch from ?::timestamptz - max(ended_at) filter (where status = 'COMPLETED')))::bigint::text success,"
            + " (1000 * (array_agg(extract(epoch from ended_at - started_at) order by ended_at desc)"
            + " filter (where ended_at is not null and started_at is not null))[1])::bigint::text duration,"
            + " (1000 * extract(epoch from ?::timestamptz - min(not_before) filter (where status = 'DUE')))::bigint::text lag"
            + " from erp.job_runs where store_id = ? group by job";

    private record Times(String job, Optional<Duration> success, Optional<Duration> duration, Optional<Duration> lag) {}

    private final Work work;

    CountRuns(Work work) {
        this.work = work;
    }

    List<JobFigures> count(Catalogue catalogue) {
        Map<String, Map<RunStatus, Integer>> runs = new LinkedHashMap<>();
        catalogue.all().forEach(job -> runs.put(job.name(), none()));
        work.sql()
                .list(
                        row -> runs.computeIfAbsent(row.text("job"), name -> none())
                                .put(RunStatus.valueOf(row.text("status")), row.integer("n")),
                        "select job, status, count(*)::int n from erp.job_runs where store_id = ? group by job, status",
                        StoreId.CHAIN);
        Map<String, Times> times = new LinkedHashMap<>();
        work.sql()
                .list(CountRuns::times, TIMES, work.now(), work.now(), StoreId.CHAIN)
                .forEach(t -> times.put(t.job(), t));
        Times never = new Times("", Optional.empty(), Optional.empty(), Optional.empty());
        return catalogue.all().stream()
                .map(job -> {
                    Times found = times.getOrDefault(job.name(), never);
                    return new JobFigures(
                            job.name(),
                            runs.get(job.name()),
                            found.success(),
                            found.duration(),
                            found.lag().filter(late -> !late.isNegative()).orElse(Duration.ZERO));
                })
                .toList();
    }

    private static Map<RunStatus, Integer> none() {
        Map<RunStatus, Integer> none = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            none.put(status, 0);
        }
        return none;
    }

    private static Times times(Sql.Row row) {
        return new Times(row.text("job"), time(row, "success"), time(row, "duration"), time(row, "lag"));
    }

    private static Optional<Duration> time(Sql.Row row, String column) {
        return Optional.ofNullable(row.text(column)).map(Long::parseLong).map(Duration::ofMillis);
    }
}
