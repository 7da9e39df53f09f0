package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.backup.pgdump.PgRestore;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup is taken, proven and restored, in a folder of this computer. */
class BackupTest {

    @TempDir
    private Path root;

    private BackupLab lab;

    @BeforeEach
    void open() {
        lab = new BackupLab(root);
    }

    @ParameterizedTest
    @EnumSource(names = {"DAILY", "WEEKLY"})
    void aBackupIsProvenByARestoreThatHasTheSameRowsAndDefinitions(Tier tier) throws IOException, SQLException {
        Shelf shelf = lab.folder();

        Manifest manifest = lab.take(tier, shelf).taken().get(0).manifest();
        assertThat(manifest.tables()).containsKeys("erp.customers", "erp.stores", "erp.audit_links");
        assertThat(manifest.tables().get("erp.customers").rows()).isEqualTo(150);
        assertThat(manifest.doubts()).isEmpty();
        StoredBackup stored = shelf.find(manifest.id()).orElseThrow();
        assertThat(stored.manifest()).isEqualTo(manifest);
        assertThat(stored.state()).isEqualTo(BackupState.COMPLETED);

        Proof proof = lab.verify(shelf, stored);
        assertThat(proof.problems()).isEmpty();
        assertThat(shelf.find(manifest.id()).orElseThrow().state()).isEqualTo(BackupState.PROVEN);
        assertThat(BackupLab.ask("postgres", "select count(*) from pg_database where datname like 'erp_proof%'"))
                .isEqualTo("0");
    }

    @Test
    void theFirstDailyOfAMonthIsKeptForTheMonthAsWell() throws IOException {
        Shelf shelf = lab.folder();
        lab.clock.set(Instant.parse("2026-12-01T03:59:00Z"));
        lab.take(Tier.DAILY, shelf);
        lab.clock.set(Instant.parse("2026-12-02T06:00:00Z"));
        lab.take(Tier.DAILY, shelf);
        lab.clock.set(Instant.parse("2026-12-03T06:00:00Z"));
        lab.take(Tier.DAILY, shelf);

        assertThat(shelf.inventory().backups())
                .extracting(backup -> backup.manifest().tier() + " " + backup.day())
                .as("in Caracas the first one is of November")
                .containsExactlyInAnyOrder(
                        "DAILY 2026-11-30",
                        "MONTHLY 2026-11-30",
                        "DAILY 2026-12-02",
                        "MONTHLY 2026-12-02",
                        "DAILY 2026-12-03");
    }

    @Test
    void aDatabaseIsRestoredByTimeUnderAnotherNameAndNeverOverOneInUse() throws IOException, SQLException {
        Shelf shelf = lab.folder();
        lab.take(Tier.MANUAL, shelf);
        StoredBackup first = BackupLab.newest(shelf);
        lab.clock.advance(Duration.ofHours(2));
        lab.take(Tier.MANUAL, shelf);
        RestoreBackup restore = new RestoreBackup(new PgRestore(BackupLab.pg()), Sealing.OPEN);

        assertThatThrownBy(() -> restore.check(new RestoreBackup.Wish(BackupLab.DATABASE, false)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has tables");
        assertThatThrownBy(() -> RestoreBackup.asOf(shelf.inventory(), Instant.parse("2026-11-24T05:59:59Z")))
                .isInstanceOf(NotFound.class);
        StoredBackup chosen = RestoreBackup.asOf(shelf.inventory(), Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(chosen).isEqualTo(first);
        try {
            RestoreBackup.Report report = restore.restore(
                    shelf, chosen, new RestoreBackup.Wish("erp_restored", false), lab.clock.instant(), step -> {});
            assertThat(report.differences()).isEmpty();
            assertThat(BackupLab.ask("erp_restored", "select count(*) from erp.customers"))
                    .isEqualTo("150");
            assertThat(BackupLab.ask(
                            "erp_restored", "select relowner::regrole from pg_class where relname = 'customers'"))
                    .isEqualTo("erp_owner");
        } finally {
            BackupLab.drop("erp_restored");
        }
    }

    @Test
    void gunzipAndPsqlAloneRestoreADailyIntoAnEmptyDatabase() throws Exception {
        Shelf shelf = lab.folder();
        lab.take(Tier.DAILY, shelf);
        StoredBackup daily = shelf.inventory().backups().stream()
                .filter(backup -> backup.manifest().tier() == Tier.DAILY)
                .findFirst()
                .orElseThrow();
        Path dump = root.resolve("backups").resolve(daily.dataKey());
        BackupLab.ask("postgres", "create database erp_by_hand template template0");
        try {
            String by =
                    "gunzip -c '%s' | psql -X -q -v ON_ERROR_STOP=1 -1 -h 127.0.0.1 -p %d -U postgres -d erp_by_hand"
                            .formatted(dump, BackupLab.STACK.postgresPort());
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", by)
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve("psql.log").toFile());
            shell.environment().put("PGPASSWORD", BackupLab.STACK.superuserPassword());
            assertThat(shell.start().waitFor())
                    .as(Files.readString(root.resolve("psql.log")))
                    .isZero();
            BackupLab.bootstrap("erp_by_hand");
            assertThat(VerifyBackup.differences(daily.manifest(), new PgRestore(BackupLab.pg()).dumpOf("erp_by_hand")))
                    .isEmpty();
        } finally {
            BackupLab.drop("erp_by_hand");
        }
    }

    @Test
    void whoIsProvenIsSaidByTheStoreAloneAndOnlyUnderTheOperatorsKey() throws IOException {
        Shelf shelf = lab.folder();
        lab.take(Tier.MANUAL, shelf);
        Shelf elsewhere = new Shelf(shelf.store(), new ManifestKey("another key of 32 characters and even more"));

        assertThat(elsewhere.inventory().backups()).isEmpty();
        assertThat(elsewhere.inventory().unreadable())
                .singleElement()
                .asString()
                .contains("not signed by this installation");
        assertThat(lab.files()).allMatch(name -> name.matches("manual/20261124T060000Z-[0-9a-f-]{36}/.*"));
        assertThat(List.copyOf(lab.files()))
                .extracting(name -> name.replaceFirst(".*/", ""))
                .containsExactly("dump.sql.gz", "manifest.jws");
    }
}
