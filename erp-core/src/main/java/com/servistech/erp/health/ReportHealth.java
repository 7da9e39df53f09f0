package com.servistech.erp.health;

import com.servistech.erp.backup.Backups;
import com.servistech.erp.backup.Exposure;
import com.servistech.erp.backup.MeasureExposure;
import com.servistech.erp.rates.Freshness;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the database, the rates, the jobs, the disk and the backups. What cannot be known is said to be unknown. */
final class ReportHealth {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration OLDEST_BACKUP = Duration.ofHours(30);
    /** They are proven every Sunday. */
    private static final Duration OLDEST_PROOF = Duration.ofDays(8);

    private static final long LEAST_DISK = 2L << 30;
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int SLOWEST = 5;

    private final Work work;
    private final OutsideFacts facts;

    ReportHealth(Work work, OutsideFacts facts) {
        this.work = work;
        this.facts = facts;
    }

    HealthReport report() {
        Instant now = work.now();
        long bytes = one(row -> row.bigint("n"), "select pg_database_size(current_database()) n");
        Long growth = newest().map(before -> bytes - before.databaseBytes()).orElse(null);
        Backups backups = new Backups(work);
        Freshness freshness = new Rates(work).freshness();
        List<String> failed = failedJobs(now);
        Long disk = facts.diskFree().orElse(null);
        Exposure exposure = new MeasureExposure(work).measure();
        List<String> problems = problems(now, backups, exposure, freshness, failed, disk);
        HealthReport report = new HealthReport(
                work.newId(),
                now,
                problems.isEmpty(),
                problems,
                bytes,
                growth,
                backups.lastGood().orElse(null),
                backups.lastProven().orElse(null),
                backups.lastProof().orElse(null),
                exposure.minutes(),
                exposure.wal().name(),
                freshness.valueDate(),
                freshness.level().name(),
                marketRateAt(),
                failed,
                disk,
                slowestQueries(),
                one(
                        row -> row.integer("n"),
                        "select count(*)::int n from pg_stat_activity where datname = current_database()"),
                one(
                        row -> row.text("v"),
                        "select 'ServisTech ERP 4.0.0, PostgreSQL ' || current_setting('server_version') v"));
        work.sql()
                .update(
                        "insert into erp.health_reports (store_id, id, at, healthy, report) values (?, ?, ?, ?, ?::jsonb)",
                        StoreId.CHAIN,
                        report.id(),
                        report.at(),
                        report.healthy(),
                        StoredReport.write(report));
        work.sql()
                .update("delete from erp.health_reports where store_id = ? and at < ?", StoreId.CHAIN, now.minus(KEPT));
        return report;
    }

    private static List<String> problems(
            Instant now, Backups backups, Exposure exposure, Freshness freshness, List<String> failed, Long disk) {
        List<String> problems = new ArrayList<>();
        ofBackups(now, backups, problems);
        if (exposure.broken()) {
            problems.add(words(exposure));
        }
        if (freshness.level() != Freshness.Level.FRESH) {
            problems.add("falta la tasa del BCV para el " + freshness.expected());
        }
        if (!failed.isEmpty()) {
            problems.add("tareas fallidas o perdidas: " + String.join(", ", failed));
        }
        if (disk != null && disk < LEAST_DISK) {
            problems.add("queda poco disco");
        }
        return problems;
    }

    private static String words(Exposure exposure) {
        String state = switch (exposure.wal()) {
            case FAILING -> "el archivo de WAL falla";
            case SILENT -> "el archivo de WAL todavía no ha guardado nada";
            case WORKING, OFF -> "el archivo de WAL va atrasado";
        };
        return exposure.minutes() == null
                ? state + ": no se sabe cuánto se perdería"
                : state + ": se perdería lo de " + HealthReport.duration(exposure.minutes());
    }

    private static void ofBackups(Instant now, Backups backups, List<String> problems) {
        backups.lastGood()
                .filter(taken -> taken.isBefore(now.minus(OLDEST_BACKUP)))
                .ifPresent(taken -> problems.add("el último respaldo es de " + taken));
        backups.doubt().ifPresent(why -> problems.add("el último respaldo está en duda: " + why));
        Optional<Instant> proof = backups.lastProof();
        if (proof.isEmpty()) {
            problems.add("ningún respaldo probado");
        } else if (proof.get().isBefore(now.minus(OLDEST_PROOF))) {
            problems.add("ningún respaldo se ha probado desde " + proof.get());
        }
    }

    private Optional<HealthReport> newest() {
        return work.sql()
                .first(
                        row -> StoredReport.parse(row.text("report")),
                        "select report::text from erp.health_reports where store_id = ? order by id desc limit 1",
                        StoreId.CHAIN);
    }

    private Instant marketRateAt() {
        return one(
                row -> row.instant("at"),
                "select max(observed_at) at from erp.exchange_rates where source = 'BINANCE'");
    }

    private List<String> failedJobs(Instant now) {
        return work.sql()
                .list(
                        row -> row.text("job") + " " + row.text("status"),
                        "select job, status from erp.job_runs where store_id = ? and status in ('FAILED', 'MISSED')"
                                + " and fire_at > ? group by 1, 2 order by 1, 2",
                        StoreId.CHAIN,
                        now.minus(DAY));
    }

    /** The extension is the administrator's to install: without it nothing is known, and nothing is said. */
    private List<String> slowestQueries() {
        boolean recorded =
                one(row -> row.bool("there"), "select to_regclass('public.pg_stat_statements') is not null there");
        return !recorded
                ? List.of()
                : work.sql()
                        .list(
                                row -> row.text("line"),
                                "select round(mean_exec_time)::text || ' ms x ' || calls || ': ' || left(query, 120) line"
                                        + " from public.pg_stat_statements where dbid = (select oid from pg_database"
                                        + " where datname = current_database()) order by mean_exec_time desc limit ?",
                                SLOWEST);
    }

    private <T> T one(Sql.Mapper<T> mapper, String sql) {
        // a list, not first(): what is asked for may be null
        return work.sql().list(mapper, sql).get(0);
    }
}
