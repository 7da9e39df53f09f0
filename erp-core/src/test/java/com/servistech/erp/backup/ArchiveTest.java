package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Archive;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.backup.s3.S3Store;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.kit.S3Server;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups as the root leads them: configured by the environment, written down, announced. */
class ArchiveTest {

    private static final SystemCaller JOB = SystemCaller.of("database-backup");

    @TempDir
    private Path root;

    private BackupLab lab;
    private S3Server server;
    private Erp erp;

    @BeforeEach
    void open() {
        lab = new BackupLab(root);
        server = S3Server.start();
        erp = Erp.start(new PlainRuntime(ErpConfig.from(environment()), lab.clock));
    }

    @AfterEach
    void close() {
        erp.close();
        server.close();
    }

    @Test
    void aDailyIsWrittenDownWithItsPlacesProvenInBothAndAnnounced() throws Exception {
        Archive archive = erp.archive();
        BackupView taken = archive.take(JOB, Tier.DAILY);

        assertThat(taken.state()).isEqualTo(BackupState.COMPLETED);
        assertThat(taken.locations()).containsExactly(root.resolve("backups").toString(), "s3://respaldos/erp/");
        assertThat(taken.tables()).containsEntry("customers", 150L).containsKey("audit_seals");
        assertThat(archive.verify(JOB, taken.id(), step -> {}).problems()).isEmpty();
        BackupView proven = get(taken.id());
        assertThat(proven.state()).isEqualTo(BackupState.PROVEN);
        assertThat(proven.provenAt()).isEqualTo(lab.clock.instant());
        for (Inventory inventory : archive.inventories().values()) {
            assertThat(inventory.backups())
                    .filteredOn(backup -> backup.id().equals(taken.id()))
                    .extracting(StoredBackup::state)
                    .containsExactly(BackupState.PROVEN);
        }
        assertThat(announced(taken.id())).containsExactly("backups.completed", "backups.proven");
        assertThat(list())
                .filteredOn(backup -> taken.sha256().equals(backup.sha256()))
                .extracting(BackupView::tier)
                .as("the first of its month is kept for the month as well")
                .containsExactlyInAnyOrder(Tier.DAILY, Tier.MONTHLY);
    }

    @Test
    void oneDamagedCopyMakesTheBackupSuspectAlthoughTheOtherIsGood() throws Exception {
        Archive archive = erp.archive();
        BackupView taken = archive.take(JOB, Tier.MANUAL);
        StoredBackup here = archive.inventories()
                .get(root.resolve("backups").toString())
                .backups()
                .get(0);
        Path data = root.resolve("backups").resolve(here.dataKey());
        byte[] bytes = Files.readAllBytes(data);
        bytes[100] ^= 1;
        Files.write(data, bytes);

        assertThat(archive.verify(JOB, taken.id(), step -> {}).problems())
                .singleElement()
                .asString()
                .contains(here.folder());
        assertThat(get(taken.id()).state()).isEqualTo(BackupState.SUSPECT);
        assertThat(archive.inventories()
                        .get("s3://respaldos/erp/")
                        .backups()
                        .get(0)
                        .state())
                .isEqualTo(BackupState.PROVEN);
        assertThat(announced(taken.id())).endsWith("backups.suspect");
    }

    @Test
    void aBadCopyFarAwaySaysNothingAgainstTheOneHere() throws Exception {
        Archive archive = erp.archive();
        BackupView taken = archive.take(JOB, Tier.MANUAL);
        try (S3Store bucket =
                S3FaultsTest.store(server.url(), S3Server.SECRET_KEY, S3Server.BUCKET, Duration.ofSeconds(20))) {
            StoredBackup there =
                    archive.inventories().get("s3://respaldos/erp/").backups().get(0);
            bucket.delete(there.dataKey());
        }

        assertThat(archive.verify(JOB, taken.id(), step -> {}).problems()).hasSize(1);
        assertThat(archive.inventories()
                        .get(root.resolve("backups").toString())
                        .backups()
                        .get(0)
                        .state())
                .isEqualTo(BackupState.PROVEN);
        assertThat(get(taken.id()).state()).isEqualTo(BackupState.SUSPECT);
    }

    @Test
    void onlyOneIsTakenAtATimeAndOneThatDiedIsWrittenOffByTheNext() throws SQLException {
        Archive archive = erp.archive();
        Archive.Begun first = archive.begin(JOB, Tier.MANUAL);
        assertThatThrownBy(() -> archive.begin(JOB, Tier.MANUAL))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Another backup");
        archive.abandon(first, "there was no room");
        assertThat(get(first.view().id()).trouble()).isEqualTo("there was no room");
        UUID dead = UUID.randomUUID();
        BackupLab.ask(
                BackupLab.DATABASE,
                "insert into erp.backups (id, tier, state, started_at) values ('" + dead
                        + "', 'DAILY', 'RUNNING', now())");

        BackupView next = archive.take(JOB, Tier.MANUAL);
        assertThat(next.state()).isEqualTo(BackupState.COMPLETED);
        assertThat(get(dead).state()).isEqualTo(BackupState.FAILED);
        assertThat(get(dead).trouble()).isEqualTo("it was interrupted");
    }

    @Test
    void aBackupThatFailsSaysWhyAndIsAnnounced() throws IOException, SQLException {
        Archive archive = erp.archive();
        server.close();
        Files.writeString(root.resolve("backups"), "a file where the folder should be");

        assertThatThrownBy(() -> archive.take(JOB, Tier.MANUAL))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("There is no backup");
        BackupView failed = list().get(0);
        assertThat(failed.state()).isEqualTo(BackupState.FAILED);
        assertThat(failed.trouble()).contains(root.resolve("backups").toString());
        assertThat(announced(failed.id())).containsExactly("backups.failed");
    }

    @Test
    void whatRetentionRemovesLeavesItsRecordWithoutAPlace() throws IOException {
        Archive archive = erp.archive();
        BackupView old = archive.take(JOB, Tier.MANUAL);
        lab.clock.advance(Duration.ofDays(60));
        BackupView fresh = archive.take(JOB, Tier.MANUAL);
        assertThat(archive.expire(JOB, false))
                .allSatisfy(report -> assertThat(report.plan().frozen()).hasValue("no backup was ever proven"));
        archive.verify(JOB, fresh.id(), step -> {});

        assertThat(archive.expire(JOB, true))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.removed()).containsExactly(old.id()));
        assertThat(get(old.id()).locations()).as("a dry run removes nothing").hasSize(2);
        archive.expire(JOB, false);
        assertThat(get(old.id()).locations()).isEmpty();
        assertThat(archive.inventories().values())
                .allSatisfy(inventory -> assertThat(inventory.backups())
                        .extracting(StoredBackup::id)
                        .containsExactly(fresh.id()));
    }

    @Test
    void whatIsMissingInTheEnvironmentIsNamedAtTheStart() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("ERP_BACKUP_KEY", "short");
        environment.put("ERP_BACKUP_PREFIX", " ");
        environment.put("ERP_BACKUP_ENCRYPTION_KEY", "xyz");
        environment.remove("ERP_BACKUP_PASSWORD");
        environment.remove("AWS_SECRET_ACCESS_KEY");
        assertThatThrownBy(() -> ErpConfig.from(environment))
                .hasMessageContainingAll(
                        "ERP_BACKUP_KEY",
                        "ERP_BACKUP_PREFIX",
                        "ERP_BACKUP_ENCRYPTION_KEY",
                        "ERP_BACKUP_PASSWORD",
                        "AWS_SECRET_ACCESS_KEY");
        try (Erp without = BackupLab.erp()) {
            assertThatThrownBy(without::archive).isInstanceOf(Unavailable.class).hasMessageContaining("ERP_BACKUP_DIR");
        }
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("ERP_DB_HOST", "127.0.0.1"),
                Map.entry("ERP_DB_PORT", Integer.toString(BackupLab.STACK.postgresPort())),
                Map.entry("ERP_DB_NAME", BackupLab.DATABASE),
                Map.entry("ERP_DB_PASSWORD", BackupLab.STACK.password("erp_app")),
                Map.entry("ERP_BACKUP_DIR", root.resolve("backups").toString()),
                Map.entry("ERP_BACKUP_BUCKET", S3Server.BUCKET),
                Map.entry("ERP_BACKUP_PREFIX", "erp"),
                Map.entry("ERP_BACKUP_ENDPOINT", server.url().toString()),
                Map.entry("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY),
                Map.entry("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY),
                Map.entry("ERP_BACKUP_KEY", "a key of the operator, of 32 characters and more"),
                Map.entry("ERP_BACKUP_PASSWORD", BackupLab.STACK.password("erp_backup")),
                Map.entry("ERP_RESTORE_PASSWORD", BackupLab.STACK.password("erp_restore")));
    }

    private BackupView get(UUID id) {
        return erp.inChain(JOB).read(s -> s.backups().get(id));
    }

    private List<BackupView> list() {
        return erp.inChain(JOB)
                .read(s -> s.backups().list(Page.Request.first()))
                .items();
    }

    private static List<String> announced(UUID id) throws SQLException {
        return List.of(BackupLab.ask(
                        BackupLab.DATABASE,
                        "select string_agg(topic, ',' order by topic) from erp.outbox where entity_id = '" + id + "'")
                .split(","));
    }
}
