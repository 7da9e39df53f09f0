package com.servistech.erp;

import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.backup.BackupView;
import com.servistech.erp.backup.CompleteStores;
import com.servistech.erp.backup.ExpireBackups;
import com.servistech.erp.backup.Proof;
import com.servistech.erp.backup.Tier;
import com.servistech.erp.commissions.settlement.Settlement;
import com.servistech.erp.health.HealthReport;
import com.servistech.erp.rates.Freshness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the jobs of the catalogue do: acts of the features and nothing else. */
final class Tasks {

    private static final int MONTHS_AHEAD = 3;
    private static final Duration EVENTS_KEPT = Duration.ofDays(7);

    private Tasks() {}

    /** @param backups where they go; null for nowhere, and then nothing of theirs is planned */
    static List<JobTask> all(BackupConfig backups) {
        return Stream.concat(always(), backups == null ? Stream.empty() : ofBackups(backups))
                .toList();
    }

    private static Stream<JobTask> ofBackups(BackupConfig backups) {
        return Stream.concat(
                Stream.of(
                        JobTask.ofTheChain("database-backup", at -> backup(at, Tier.DAILY)),
                        JobTask.ofTheChain("full-backup", at -> backup(at, Tier.WEEKLY)),
                        JobTask.ofTheChain("backup-cleanup", Tasks::cleanup)),
                backups.restorePassword().map(can -> JobTask.ofTheChain("backup-proof", Tasks::proof)).stream());
    }

    /** The backup writes down itself what became of it: what fails here fails the run, and is on record there. */
    private static Function<Session, Ended> backup(JobTask.At at, Tier tier) {
        BackupView taken = at.erp().archive().take(at.caller(), tier);
        return s -> Ended.well("%s %s, %d bytes".formatted(taken.tier(), taken.id(), taken.sizeBytes()));
    }

    /** What does not hold is on record and told as suspect; here it fails the run as well. */
    private static Function<Session, Ended> proof(JobTask.At at) {
        try {
            List<Proof> proofs = at.erp().archive().proveNewest(at.caller(), step -> {});
            boolean all = !proofs.isEmpty() && proofs.stream().allMatch(Proof::holds);
            String note = proofs.stream()
                    .map(proof -> proof.id() + (proof.holds() ? " comprobado" : " DUDOSO: " + proof.problems()))
                    .collect(Collectors.joining("; "));
            return s -> new Ended(all, proofs.isEmpty() ? "there is no backup to prove" : note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Function<Session, Ended> cleanup(JobTask.At at) {
        CompleteStores.Report completed = at.erp().archive().complete(at.caller());
        List<ExpireBackups.Report> reports = at.erp().archive().expire(at.caller(), false);
        boolean all = completed.failures().isEmpty()
                && reports.stream().allMatch(report -> report.failures().isEmpty());
        String note = reports.stream()
                .map(report -> "%s: %d gone, %d not"
                        .formatted(
                                report.store(),
                                report.removed().size(),
                                report.failures().size()))
                .collect(Collectors.joining("; "));
        String copies = completed.copied().isEmpty()
                ? ""
                : "; %d copied".formatted(completed.copied().size());
        String trouble = completed.failures().isEmpty() ? "" : "; " + String.join("; ", completed.failures());
        return s -> new Ended(all, note + copies + trouble);
    }

    private static Stream<JobTask> always() {
        return Stream.of(
                JobTask.ofTheChain("bcv-rates", at -> asking(at, Refresh.Source.BCV)),
                JobTask.ofTheChain("binance-rates", at -> asking(at, Refresh.Source.BINANCE)),
                JobTask.ofTheChain("rate-polling", Tasks::polling),
                JobTask.ofTheChain("rate-watch", at -> Tasks::watchRates),
                JobTask.ofEachStore("commissions", Tasks::commissions),
                JobTask.ofEachStore("control-numbers", Tasks::controlNumbers),
                JobTask.ofTheChain("transfers", Tasks::transfers),
                JobTask.ofTheChain(
                        "audit-seal",
                        at -> s -> Ended.well("sello " + s.audit().seal().seal())),
                JobTask.ofTheChain(
                        "audit-months",
                        at -> s -> Ended.well(String.join(", ", s.audit().prepareMonths(MONTHS_AHEAD)))),
                JobTask.ofTheChain("purge", at -> Tasks::purge),
                JobTask.ofTheChain("health-report", at -> Tasks::health));
    }

    private static Function<Session, Ended> asking(JobTask.At at, Refresh.Source source) {
        return Refresh.ask(at.erp().rateSources(), source)::end;
    }

    private static Function<Session, Ended> polling(JobTask.At at) {
        boolean due = at.door().read(s -> s.rates().isBankDue());
        return due ? asking(at, Refresh.Source.BCV) : s -> Ended.well("not due");
    }

    private static Ended watchRates(Session session) {
        Freshness freshness = session.rates().watch();
        return Ended.well(freshness.level() + ", value date " + freshness.valueDate());
    }

    /** The month of the day that the run is for, not of the day on which it runs, and those before it that are still open. */
    private static Function<Session, Ended> commissions(JobTask.At at) {
        String period = YearMonth.from(at.run().day()).toString();
        return s -> {
            List<Settlement> settled = s.commissions().settleUpTo(period);
            String said = settled.stream()
                    .filter(each -> each.entries() > 0 || each.period().equals(period))
                    .map(each -> "%s: %d, %s".formatted(each.period(), each.entries(), each.total()))
                    .collect(Collectors.joining("; "));
            return Ended.well(said.isEmpty() ? period + ": approved already, nothing is added" : said);
        };
    }

    /** Each number has a transaction of its own already: asking again does no harm. */
    private static Function<Session, Ended> controlNumbers(JobTask.At at) {
        int assigned = at.door().askForControlNumbers();
        return s -> Ended.well(assigned + " assigned");
    }

    /** Told again what a process left half told when it died; each telling is a transaction of its own. */
    private static Function<Session, Ended> transfers(JobTask.At at) {
        int told = at.erp().carryTransfers();
        return s -> Ended.well(told + " told");
    }

    private static Ended purge(Session session) {
        int runs = session.jobs().purge();
        int events = session.relay().purge(session.now().minus(EVENTS_KEPT));
        int answers = session.idempotency().purge();
        int notices = session.notifications().purge(session.now().minus(EVENTS_KEPT));
        return Ended.well("%d runs, %d events, %d kept answers, %d notices".formatted(runs, events, answers, notices));
    }

    private static Ended health(Session session) {
        HealthReport report = session.health().report();
        return Ended.well(report.words());
    }
}
