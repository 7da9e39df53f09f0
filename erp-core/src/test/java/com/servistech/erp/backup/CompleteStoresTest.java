package com.servistech.erp.backup;

import static com.servistech.erp.kit.FaultyFront.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Archive;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.kit.FaultyFront;
import com.servistech.erp.kit.S3Server;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that was away gets what it missed from the one that has it. */
class CompleteStoresTest {

    private static final SystemCaller JOB = SystemCaller.of("backup-cleanup");
    private static final String DATABASE = "erp_two_stores";
    private static final String BUCKET = "s3://respaldos/erp/";

    @TempDir
    private Path root;

    private BackupLab lab;
    private S3Server server;
    private FaultyFront front;
    private Erp erp;
    private Archive archive;

    @BeforeEach
    void open() throws SQLException {
        lab = new BackupLab(root);
        lab.clock.set(Instant.parse("2026-11-24T06:00:00Z"));
        server = S3Server.start();
        front = FaultyFront.before(server.url());
        BackupLab.copy(DATABASE);
        Map<String, String> environment = lab.environment(DATABASE);
        environment.putAll(Map.of(
                "ERP_BACKUP_BUCKET", S3Server.BUCKET,
                "ERP_BACKUP_PREFIX", "erp",
                "ERP_BACKUP_ENDPOINT", front.url().toString(),
                "AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY));
        erp = Erp.start(new PlainRuntime(ErpConfig.from(environment), lab.clock));
        archive = erp.archive();
    }

    @AfterEach
    void close() throws SQLException {
        erp.close();
        BackupLab.drop(DATABASE);
        front.close();
        server.close();
    }

    @Test
    void aBucketThatWasAwayForANightGetsTheDailyTheFullAndTheMonthlyLater() throws Exception {
        away();
        BackupView daily = archive.take(JOB, Tier.DAILY);
        assertThat(daily.locations()).containsExactly(root.resolve("backups").toString());
        assertThat(daily.trouble()).contains("403 AccessDenied");
        lab.clock.advance(Duration.ofHours(1));
        BackupView full = archive.take(JOB, Tier.WEEKLY);
        assertThat(full.locations())
                .as("better here than nowhere")
                .containsExactly(root.resolve("backups").toString());
        archive.verify(JOB, daily.id(), step -> {});
        assertThat(archive.complete(JOB).failures()).singleElement().asString().contains("403 AccessDenied");

        front.heal();
        CompleteStores.Report report = archive.complete(JOB);
        assertThat(report.failures()).isEmpty();
        assertThat(report.copied()).extracting(CompleteStores.Copied::to).containsOnly(BUCKET);
        assertThat(bucket().backups())
                .extracting(backup -> backup.manifest().tier() + " " + backup.state())
                .as("what was proven of the bytes holds for the same bytes")
                .containsExactlyInAnyOrder("DAILY PROVEN", "WEEKLY COMPLETED", "MONTHLY COMPLETED");
        BackupView completed = erp.inChain(JOB).read(s -> s.backups().get(daily.id()));
        assertThat(completed.locations())
                .containsExactly(root.resolve("backups").toString(), BUCKET);
        assertThat(completed.trouble()).isNull();
        assertThat(archive.verify(JOB, full.id(), step -> {}).problems()).isEmpty();
        assertThat(archive.complete(JOB).copied()).as("once is enough").isEmpty();
    }

    @Test
    void theFolderGetsADailyBackFromTheBucketButNoMonthly() throws Exception {
        BackupView daily = archive.take(JOB, Tier.DAILY);
        StoredBackup here = lab.folder().find(daily.id()).orElseThrow();
        lab.folder().remove(here);

        assertThat(archive.complete(JOB).copied())
                .containsExactly(new CompleteStores.Copied(
                        daily.id(), BUCKET, root.resolve("backups").toString()));
        assertThat(lab.folder().inventory().backups())
                .singleElement()
                .satisfies(backup -> assertThat(backup.whole()).isTrue());
    }

    @Test
    void twoFirstsOfAMonthBecomeNoTwoMonthlies() throws IOException {
        away();
        archive.take(JOB, Tier.DAILY);
        front.heal();
        lab.clock.advance(Duration.ofDays(1));
        archive.take(JOB, Tier.DAILY);
        archive.complete(JOB);
        assertThat(bucket().backups())
                .extracting(backup -> backup.manifest().tier())
                .containsExactlyInAnyOrder(Tier.DAILY, Tier.DAILY, Tier.MONTHLY);
    }

    @Test
    void aCopyThatIsNoLongerWhatWasWrittenIsNotPassedOn() throws IOException {
        away();
        BackupView daily = archive.take(JOB, Tier.MANUAL);
        Path data = root.resolve("backups")
                .resolve(lab.folder().find(daily.id()).orElseThrow().dataKey());
        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);
        front.heal();

        CompleteStores.Report report = archive.complete(JOB);
        assertThat(report.copied()).isEmpty();
        assertThat(report.failures()).singleElement().asString().contains("is not what was written there");
        assertThat(bucket().backups()).isEmpty();
    }

    @Test
    void cleanupGoesOnWhereOneStoreIsAway() {
        archive.take(JOB, Tier.DAILY);
        away();
        List<ExpireBackups.Report> reports = archive.expire(JOB, false);
        assertThat(reports).hasSize(2);
        assertThat(reports.get(0).failures()).isEmpty();
        assertThat(reports.get(1).plan().frozen()).hasValue("it cannot be reached");
    }

    private void away() {
        front.on(".*", 0, 1_000, error(403, "AccessDenied"));
    }

    private Inventory bucket() throws IOException {
        return archive.inventories().get(BUCKET);
    }
}
