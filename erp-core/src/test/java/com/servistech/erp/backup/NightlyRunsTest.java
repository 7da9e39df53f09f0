package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobNode;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.jobs.Catalogue;
import com.servistech.erp.jobs.HeldRun;
import com.servistech.erp.jobs.Job;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly backup as the schedule takes it, night after night; the numbers are those of docs/backups.md. */
class NightlyRunsTest {

    private static final SystemCaller TEST = SystemCaller.of("test");
    private static final String DATABASE = "erp_nights";
    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private BackupLab lab;
    private Erp erp;
    private JobNode node;

    @BeforeEach
    void open() throws SQLException {
        lab = new BackupLab(root);
        // one o'clock at night in Caracas, an hour before the backup of the 28th
        lab.clock.set(Instant.parse("2026-11-28T05:00:00Z"));
        BackupLab.copy(DATABASE);
        erp = Erp.start(new PlainRuntime(ErpConfig.from(environment()), lab.clock));
        node = erp.jobNode("night", LEASE);
        node.plan();
    }

    @AfterEach
    void close() throws SQLException {
        erp.close();
        BackupLab.drop(DATABASE);
    }

    @Test
    void b29whileTheRunOfTheNightBeforeIsStillAtWorkTheNextOneIsSkippedAndThatIsOnRecord() {
        lab.clock.advance(Duration.ofHours(1));
        assertThat(node.plan()).isEqualTo(1);
        HeldRun working =
                erp.inChain(TEST).write(s -> s.jobs().claim("slow", LEASE)).orElseThrow();
        lab.clock.advance(Duration.ofDays(1));
        assertThat(node.plan()).isZero();
        assertThat(runs()).extracting(RunView::status).containsExactly(RunStatus.SKIPPED, RunStatus.RUNNING);

        erp.inChain(TEST).write(s -> s.jobs().end(working, RunStatus.COMPLETED, "late", null));
        lab.clock.advance(Duration.ofDays(1));
        assertThat(node.plan()).as("the night after is as usual").isEqualTo(1);
    }

    @Test
    void b30afterThreeMissedNightsOneBackupIsMadeUpForAndTheTiersAreRight() throws IOException {
        night();
        // down for the nights of the 29th, the 30th and the first, and back at five in the morning
        lab.clock.advance(Duration.ofDays(3).plusHours(3));
        assertThat(node.plan()).isEqualTo(1);
        assertThat(node.work())
                .hasValueSatisfying(run -> assertThat(run.status()).isEqualTo(RunStatus.COMPLETED));
        assertThat(node.work()).as("one is enough").isEmpty();
        assertThat(runs().stream().collect(Collectors.groupingBy(RunView::status, Collectors.counting())))
                .containsEntry(RunStatus.COMPLETED, 2L)
                .containsEntry(RunStatus.MISSED, 2L);
        assertThat(lab.folder().inventory().backups())
                .extracting(backup -> backup.manifest().tier() + " " + backup.day())
                .as("the one that was made up for is December's first, and so the month's")
                .containsExactlyInAnyOrder(
                        "DAILY 2026-12-01", "MONTHLY 2026-12-01", "DAILY 2026-11-28", "MONTHLY 2026-11-28");
    }

    private void night() {
        lab.clock.advance(Duration.ofHours(1));
        assertThat(node.plan()).isEqualTo(1);
        assertThat(node.work()).isPresent();
    }

    private List<RunView> runs() {
        return erp.inChain(TEST)
                .read(s -> s.jobs().runs("database-backup", Page.Request.first()))
                .items();
    }

    /** All other jobs rest. */
    private Map<String, String> environment() {
        Map<String, String> environment = lab.environment(DATABASE);
        environment.put(
                "ERP_JOBS_SCHEDULE",
                Catalogue.standard().all().stream()
                        .map(Job::name)
                        .filter(name -> !name.equals("database-backup"))
                        .map(name -> name + "=off")
                        .collect(Collectors.joining("; ")));
        return environment;
    }
}
