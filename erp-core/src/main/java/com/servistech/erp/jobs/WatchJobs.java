package com.servistech.erp.jobs;

import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the rows from outside of whatever plans and works, and tells each thing once. */
final class WatchJobs {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final int MOST = 200;

    private final Work work;

    WatchJobs(Work work) {
        this.work = work;
    }

    List<Alert> watch(Catalogue catalogue) {
        List<Alert> found = new ArrayList<>();
        catalogue.all().stream().filter(Job::runnable).forEach(job -> {
            if (!job.schedule().crons().isEmpty()) {
                unplanned(job, found);
            }
            runs(job, found);
        });
        return found.stream().filter(this::isNew).toList();
    }

    private void unplanned(Job job, List<Alert> found) {
        Instant now = work.now();
        work.sql()
                .first(
                        row -> row.instant("since"),
                        "select since from erp.job_plans where store_id = ? and job = ? and crons = ?",
                        StoreId.CHAIN,
                        job.name(),
                        job.schedule().crons())
                .map(since -> since.isBefore(now.minus(LOOK_BACK)) ? now.minus(LOOK_BACK) : since)
                .ifPresent(since -> job.schedule().between(since, now.minus(PATIENCE), MOST).stream()
                        .filter(instant -> !isWritten(job, instant))
                        .map(instant -> new Alert(
                                job.name(),
                                instant,
                                Alert.Kind.UNPLANNED,
                                "its minute has passed and nobody planned it"))
                        .forEach(found::add));
    }

    private boolean isWritten(Job job, Instant instant) {
        return work.sql()
                .first(
                        row -> true,
                        "select from erp.job_runs where store_id = ? and job = ? and fire_at = ? and cause = 'SCHEDULE'",
                        StoreId.CHAIN,
                        job.name(),
                        instant)
                .isPresent();
    }

    private void runs(Job job, List<Alert> found) {
        Instant now = work.now();
        found.addAll(work.sql()
                .list(
                        row -> new Alert(
                                job.name(),
                                row.instant("fire_at"),
                                Alert.Kind.valueOf(row.text("kind")),
                                row.text("detail")),
                        "select fire_at, kind, detail from (select fire_at, case"
                                + " when status in ('FAILED', 'MISSED') then status"
                                + " when status = 'RUNNING' and started_at < ? then 'OVERDUE'"
                                + " when status = 'RUNNING' and lease_until < clock_timestamp() - interval '1 minute' then 'SILENT'"
                                + " when status = 'DUE' and not_before < ? and not exists (select from erp.job_runs o"
                                + " where o.store_id = r.store_id and o.job = r.job and o.status = 'RUNNING') then 'WAITING' end kind,"
                                + " coalesce(error, 'on ' || node, 'no node') detail from erp.job_runs r where store_id = ? and job = ?"
                                + " and fire_at > ?) all_runs where kind is not null order by fire_at",
                        now.minus(job.deadline()),
                        now.minus(PATIENCE),
                        StoreId.CHAIN,
                        job.name(),
                        now.minus(LOOK_BACK)));
    }

    private boolean isNew(Alert alert) {
        boolean told = work.sql()
                        .update(
                                "insert into erp.job_alerts (store_id, job, fire_at, kind, detail, raised_at)"
                                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                                StoreId.CHAIN,
                                alert.job(),
                                alert.fireAt(),
                                alert.kind(),
                                alert.detail(),
                                work.now())
                == 0;
        if (!told) {
            new Outbox(work)
                    .add(
                            "jobs.alert",
                            work.newId(),
                            Map.of(
                                    "job", alert.job(),
                                    "fireAt", alert.fireAt().toString(),
                                    "kind", alert.kind().name(),
                                    "detail", alert.detail()));
        }
        return !told;
    }
}
