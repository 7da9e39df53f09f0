package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Archive;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobNode;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.health.HealthReport;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.kit.SlackServer;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who looks after the ERP hears how backups are: in Slack, in the health report, and by the weekly proof. */
class BackupNewsTest {

    private static final SystemCaller JOB = SystemCaller.of("database-backup");
    private static final String DATABASE = "erp_news";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private BackupLab lab;
    private SlackServer slack;
    private Erp erp;
    private Archive archive;
    private JobNode node;

    @BeforeEach
    void open() throws SQLException {
        lab = new BackupLab(root);
        BackupLab.copy(DATABASE);
        try (Erp silent = open(Map.of())) {
            // what happened in the database before it was copied is no news here
            JobNode before = silent.jobNode("before", Duration.ofSeconds(30));
            before.relay();
            before.stop();
            before.leave();
        }
        // and what of it would be told
        BackupLab.ask(
                DATABASE,
                "with given_up as (update erp.notices set status = 'GIVEN_UP' returning 1) select count(*) from given_up");
        slack = SlackServer.start();
        erp = open(Map.of("ERP_SLACK_WEBHOOK_URL", slack.webhook().toString()));
        archive = erp.archive();
        node = erp.jobNode("news", Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws SQLException {
        erp.close();
        slack.close();
        BackupLab.drop(DATABASE);
    }

    @Test
    void aBackupItsProofADoubtAndAFailureAreToldInSlack() throws Exception {
        BackupView taken = archive.take(JOB, Tier.DAILY);
        assertThat(told()).contains(":white_check_mark: *Respaldo listo*", "diario", root.resolve("backups") + "");
        archive.verify(JOB, taken.id(), step -> {});
        assertThat(told()).contains("*Respaldo comprobado*", taken.id().toString());

        damage(taken);
        archive.verify(JOB, taken.id(), step -> {});
        assertThat(told())
                .contains(":rotating_light: *Respaldo DUDOSO*", taken.id().toString());

        lab.clock.advance(Duration.ofDays(1));
        Files.move(root.resolve("backups"), root.resolve("away"));
        Files.writeString(root.resolve("backups"), "a file where the folder should be");
        assertThatThrownBy(() -> archive.take(JOB, Tier.DAILY)).isInstanceOf(Unavailable.class);
        assertThat(told()).contains(":rotating_light: *NO HAY RESPALDO*");
    }

    @Test
    void b45aBackupSucceedsWhileSlackIsAwayAndTheHealthReportStillRaisesTheAlarm() throws Exception {
        slack.close();
        BackupView taken = archive.take(JOB, Tier.DAILY);
        node.relay();
        assertThat(taken.state()).isEqualTo(BackupState.COMPLETED);
        HealthReport unproven = report();
        assertThat(unproven.newestBackup()).isEqualTo(taken.startedAt());
        assertThat(unproven.problems()).contains("ningún respaldo probado");

        damage(taken);
        archive.verify(JOB, taken.id(), step -> {});
        node.relay();
        assertThat(report().problems())
                .anySatisfy(problem -> assertThat(problem).contains("en duda", "does not restore"));
        assertThat(BackupLab.ask(
                        DATABASE,
                        "select string_agg(topic, ',' order by topic) from erp.outbox where entity_id = '" + taken.id()
                                + "' and published_at is not null"))
                .as("who reads events is told as well")
                .isEqualTo("backups.completed,backups.suspect");
    }

    @Test
    void theWeeklyProofRestoresTheNewestDailyAndTheNewestFullAndTheHealthReportSaysWhen() {
        BackupView daily = archive.take(JOB, Tier.DAILY);
        lab.clock.advance(Duration.ofHours(1));
        BackupView full = archive.take(JOB, Tier.WEEKLY);
        lab.clock.advance(Duration.ofHours(2));

        assertThat(run("backup-proof")).satisfies(run -> {
            assertThat(run.status()).as(run.error()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.note()).contains(daily.id() + " comprobado", full.id() + " comprobado");
        });
        HealthReport report = report();
        assertThat(report.provenBackup()).isEqualTo(full.startedAt());
        assertThat(report.provenAt()).isEqualTo(lab.clock.instant());
        assertThat(report.problems()).noneMatch(problem -> problem.contains("respaldo"));
        lab.clock.advance(Duration.ofDays(9));
        assertThat(report().problems())
                .anyMatch(problem -> problem.startsWith("el último respaldo es de"))
                .anyMatch(problem -> problem.startsWith("ningún respaldo se ha probado desde"));
    }

    @Test
    void aProofThatDoesNotHoldFailsItsRun() throws IOException, SQLException {
        damage(archive.take(JOB, Tier.DAILY));
        RunView run = run("backup-proof");
        assertThat(run.status()).isNotEqualTo(RunStatus.COMPLETED);
        assertThat(run.error()).contains("DUDOSO");
        assertThat(BackupLab.ask(
                        DATABASE, "select string_agg(distinct state, ',') from erp.backups where tier = 'DAILY'"))
                .isEqualTo("SUSPECT");
    }

    private RunView run(String job) {
        erp.inChain(JOB).write(s -> s.jobs().ask(job));
        return node.work().orElseThrow();
    }

    private HealthReport report() {
        return erp.inChain(JOB).write(s -> s.health().report());
    }

    private String told() throws InterruptedException {
        node.relay();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!node.tell()) {
            // one notice a second is told in the whole cluster
            assertThat(System.nanoTime()).as("within " + PATIENCE).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return slack.next();
    }

    private void damage(BackupView backup) throws IOException {
        Path data = root.resolve("backups")
                .resolve(lab.folder().find(backup.id()).orElseThrow().dataKey());
        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);
    }

    private Erp open(Map<String, String> more) {
        Map<String, String> environment = lab.environment(DATABASE);
        environment.putAll(more);
        return Erp.start(new PlainRuntime(ErpConfig.from(environment), lab.clock));
    }
}
