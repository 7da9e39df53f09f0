package com.servistech.erp.backup;

import static com.servistech.erp.kit.FaultyFront.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.backup.cms.CmsSealing;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgRestore;
import com.servistech.erp.backup.s3.S3Store;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.kit.FaultyFront;
import com.servistech.erp.kit.S3Server;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to backups that lie somewhere, and to their keys; the numbers are those of docs/backups.md. */
class StoreFaultsTest {

    private static final String ONE_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String OTHER_KEY = "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @TempDir
    private Path root;

    private BackupLab lab;
    private Shelf shelf;

    @BeforeEach
    void open() {
        lab = new BackupLab(root);
        shelf = lab.folder();
    }

    @Test
    void b06aWarningIsKeptAndDoesNotMakeABackupBad() throws IOException {
        PgConfig pg = lab.pgWith(
                "case $1 in --version) ;; *) echo 'pg_dump: warning: mind the gap' >&2;; esac\n" + "exec $real \"$@\"");
        Manifest manifest =
                lab.take(pg, Tier.MANUAL, Sealing.OPEN, shelf).taken().get(0).manifest();
        assertThat(manifest.warnings()).isEqualTo("pg_dump: warning: mind the gap");
        assertThat(lab.verify(shelf, BackupLab.newest(shelf)).problems()).isEmpty();
    }

    @Test
    void b16dataThatWasCutOffIsSuspectAndDoesNotRestore() throws IOException {
        StoredBackup taken = taken();
        try (FileChannel file = FileChannel.open(data(taken), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        StoredBackup cut = BackupLab.newest(shelf);
        assertThat(cut.state()).isEqualTo(BackupState.SUSPECT);
        assertThat(lab.verify(shelf, cut).problems())
                .singleElement()
                .asString()
                .contains(taken.folder(), "does not restore");
    }

    @Test
    void b17aFlippedByteIsFoundByTheProofAndStopsARestoreWithTheFileNamed() throws Exception {
        StoredBackup taken = taken();
        byte[] bytes = Files.readAllBytes(data(taken));
        // the last byte of gzip's check sum: the data itself unpacks without a word
        bytes[bytes.length / 2] ^= 1;
        Files.write(data(taken), bytes);

        assertThat(lab.verify(shelf, taken).problems())
                .singleElement()
                .asString()
                .contains(taken.folder());
        assertThat(BackupLab.newest(shelf).state()).isEqualTo(BackupState.SUSPECT);
        assertThatThrownBy(() -> restore(taken, Sealing.OPEN)).isInstanceOf(IOException.class);
        assertThat(BackupLab.ask("postgres", "select count(*) from pg_database where datname = 'erp_fault'"))
                .isEqualTo("0");
    }

    @Test
    void b35whatOthersPutIntoTheStoreIsNeverTouched() throws IOException {
        taken();
        List<String> foreign = List.of(
                "daily/holiday.jpg",
                "photos/20260101T000000Z-00000000-0000-0000-0000-000000000000/dump.sql.gz",
                "daily/20260101T000000Z-00000000-0000-0000-0000-000000000000/notes.txt");
        for (String name : foreign) {
            Path file = root.resolve("backups").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "not ours");
        }
        prove();
        nextProvenIn(Duration.ofDays(400));
        ExpireBackups.Report report = new ExpireBackups(lab.clock).expire(shelf, false);
        assertThat(report.removed()).hasSize(1);
        assertThat(lab.files()).containsAll(foreign);
    }

    @Test
    void b36aPinnedBackupOutlivesItsTier() throws IOException {
        shelf.pin(taken());
        prove();
        StoredBackup pinned = BackupLab.newest(shelf);
        nextProvenIn(Duration.ofDays(400));
        assertThat(new ExpireBackups(lab.clock).expire(shelf, false).removed()).isEmpty();
        shelf.unpin(pinned);
        assertThat(new ExpireBackups(lab.clock).expire(shelf, true).removed()).containsExactly(pinned.id());
        assertThat(shelf.find(pinned.id())).as("a dry run removes nothing").isPresent();
        assertThat(new ExpireBackups(lab.clock).expire(shelf, false).removed()).containsExactly(pinned.id());
        assertThat(shelf.find(pinned.id())).isEmpty();
    }

    @Test
    void b37aRemovalThatFailsHalfwayLeavesNoHalfBackupAndIsFinishedTheNextTime() throws IOException {
        try (S3Server server = S3Server.start();
                FaultyFront front = FaultyFront.before(server.url());
                S3Store store =
                        S3FaultsTest.store(front.url(), S3Server.SECRET_KEY, S3Server.BUCKET, Duration.ofSeconds(20))) {
            shelf = new Shelf(store, BackupLab.KEY);
            lab.clock.set(Instant.now());
            taken();
            prove();
            StoredBackup old = BackupLab.newest(shelf);
            nextProvenIn(Duration.ofDays(400));
            front.on("DELETE .*dump.*", 0, 1_000, error(500, "InternalError"));

            ExpireBackups.Report report = new ExpireBackups(lab.clock).expire(shelf, false);
            assertThat(report.removed()).isEmpty();
            assertThat(report.failures()).anyMatch(failure -> failure.contains(old.folder()));
            assertThat(shelf.find(old.id()))
                    .as("what cannot be restored is no backup")
                    .isEmpty();
            assertThat(store.list("manual/"))
                    .extracting(BackupStore.Stored::key)
                    .contains(old.dataKey());
            front.heal();
            assertThat(new ExpireBackups(lab.clock).expire(shelf, false).failures())
                    .isEmpty();
            assertThat(store.list("manual/"))
                    .extracting(BackupStore.Stored::key)
                    .doesNotContain(old.dataKey());
        }
    }

    @Test
    void b38dataThatVanishedIsMissedAndNotCounted() throws IOException {
        StoredBackup taken = taken();
        Files.delete(data(taken));
        assertThat(BackupLab.newest(shelf).state()).isEqualTo(BackupState.SUSPECT);
        assertThat(shelf.inventory().newestGood()).isEmpty();
        assertThat(lab.verify(shelf, taken).problems())
                .singleElement()
                .asString()
                .contains("does not restore");
    }

    @Test
    void b39anEncryptedBackupIsReadWithItsKeyAloneAndByOpensslAsWell() throws Exception {
        lab.take(BackupLab.pg(), Tier.MANUAL, new CmsSealing(ONE_KEY), shelf);
        StoredBackup sealed = BackupLab.newest(shelf);
        assertThat(sealed.dataKey()).endsWith("dump.sql.gz.cms");

        assertThatThrownBy(() -> restore(sealed, Sealing.OPEN)).hasMessageContaining("ERP_BACKUP_ENCRYPTION_KEY");
        assertThatThrownBy(() -> restore(sealed, new CmsSealing(OTHER_KEY)))
                .hasMessageContaining("encrypted with another key");
        assertThat(new VerifyBackup(new PgRestore(BackupLab.pg()), new CmsSealing(ONE_KEY), lab.clock)
                        .verify(shelf, sealed, step -> {})
                        .problems())
                .isEmpty();
        Process openssl = new ProcessBuilder(
                        "sh",
                        "-c",
                        "openssl cms -decrypt -binary -inform DER -in '" + data(sealed) + "' -secretkey " + ONE_KEY
                                + " -secretkeyid 65727031 | gunzip | grep -c 'COPY erp.customers'")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(openssl.getInputStream().readAllBytes()).strip()).isEqualTo("1");
    }

    @Test
    void b40aRestoreWithoutDataFailsAndLeavesNoDatabase() throws Exception {
        StoredBackup taken = taken();
        Files.delete(data(taken));
        assertThatThrownBy(() -> restore(taken, Sealing.OPEN)).isInstanceOf(IOException.class);
        assertThat(BackupLab.ask("postgres", "select count(*) from pg_database where datname = 'erp_fault'"))
                .isEqualTo("0");
    }

    @Test
    void b41aRoleThatIsMissingIsNamed() throws Exception {
        BackupLab.ask("postgres", "create database erp_other template " + BackupLab.DATABASE);
        try {
            BackupLab.ask("erp_other", "create role auditor; grant select on erp.stores to auditor");
            lab.take(BackupLab.pg("erp_other"), Tier.MANUAL, Sealing.OPEN, shelf);
        } finally {
            BackupLab.drop("erp_other");
            BackupLab.ask("postgres", "drop role auditor");
        }
        assertThat(lab.verify(shelf, BackupLab.newest(shelf)).problems())
                .singleElement()
                .asString()
                .contains("role \"auditor\" does not exist");
    }

    @Test
    void b42withoutAScratchDatabaseNothingIsSaidOfTheBackup() throws IOException {
        StoredBackup taken = taken();
        PgConfig pg = BackupLab.pg();
        PgConfig cannot = new PgConfig(
                pg.host(),
                pg.port(),
                pg.database(),
                pg.backup(),
                pg.backup(),
                pg.programs(),
                pg.temporary(),
                pg.patience());
        assertThatThrownBy(() -> new VerifyBackup(new PgRestore(cannot), Sealing.OPEN, lab.clock)
                        .verify(shelf, taken, step -> {}))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("permission denied to create database");
        assertThat(BackupLab.newest(shelf).state()).isEqualTo(BackupState.COMPLETED);
    }

    @Test
    void b44labelsStayInOrderWhenTheClockIsSetBack() throws IOException {
        taken();
        lab.clock.advance(Duration.ofHours(-1));
        taken();
        taken();
        assertThat(shelf.inventory().backups())
                .extracting(StoredBackup::startedAt)
                .doesNotHaveDuplicates()
                .hasSize(3)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void b13andB47aTableThatLostMostIsSuspectAndANameThatIsAttackedWithHarmsNobody() throws Exception {
        Path harmed = root.resolve("harmed");
        String name = "x\"\";\n\\! touch " + harmed + "\n--";
        taken();
        BackupLab.ask("postgres", "create database erp_other template " + BackupLab.DATABASE);
        try {
            BackupLab.ask(
                    "erp_other",
                    "create table erp.\"" + name + "\" as select 1 a; alter table erp.\"" + name
                            + "\" owner to erp_owner; grant select on erp.\"" + name + "\" to erp_backup");
            BackupLab.ask(
                    "erp_other",
                    "set session_replication_role = replica; delete from erp.customers"
                            + " where id in (select id from erp.customers limit 100)");
            lab.clock.advance(Duration.ofHours(1));
            lab.take(BackupLab.pg("erp_other"), Tier.MANUAL, Sealing.OPEN, shelf);
        } finally {
            BackupLab.drop("erp_other");
        }
        StoredBackup less = BackupLab.newest(shelf);
        assertThat(less.state()).isEqualTo(BackupState.SUSPECT);
        assertThat(less.manifest().doubts())
                .singleElement()
                .asString()
                .contains("erp.customers has 50 rows, and had 150");
        assertThat(shelf.inventory().newestGood())
                .as("it is kept, and not relied on")
                .isNotEqualTo(less);
        assertThat(lab.verify(shelf, less).problems()).isEmpty();
        assertThat(harmed).doesNotExist();
    }

    @Test
    void b49aManifestThatWasChangedIsNoneAndItsBackupIsLeftAlone() throws IOException {
        StoredBackup taken = taken();
        Path manifest = root.resolve("backups").resolve(taken.folder()).resolve("manifest.jws");
        String signed = Files.readString(manifest);
        Files.writeString(
                manifest, signed.substring(0, 60) + (signed.charAt(60) == 'A' ? 'B' : 'A') + signed.substring(61));

        assertThat(shelf.inventory().backups()).isEmpty();
        assertThat(shelf.inventory().unreadable()).singleElement().asString().contains("changed since");
        assertThat(new ExpireBackups(lab.clock).expire(shelf, false).removed()).isEmpty();
        assertThat(data(taken)).exists();
    }

    @Test
    void b49aGoodManifestInTheFolderOfAnotherBackupIsNone() throws IOException {
        StoredBackup first = taken();
        lab.clock.advance(Duration.ofHours(1));
        StoredBackup second = taken();
        Path backups = root.resolve("backups");
        Files.copy(
                backups.resolve(first.folder()).resolve("manifest.jws"),
                backups.resolve(second.folder()).resolve("manifest.jws"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(shelf.inventory().backups()).containsExactly(first);
        assertThat(shelf.inventory().unreadable()).singleElement().asString().contains("another backup");
    }

    private StoredBackup taken() throws IOException {
        return shelf.find(lab.take(Tier.MANUAL, shelf).taken().get(0).manifest().id())
                .orElseThrow();
    }

    /** As a restore would have; the restore itself is other tests' business. */
    private void prove() throws IOException {
        StoredBackup newest = BackupLab.newest(shelf);
        shelf.keep(newest, new Proof(newest.id(), newest.startedAt(), List.of()));
    }

    private void nextProvenIn(Duration time) throws IOException {
        lab.clock.advance(time);
        taken();
        prove();
    }

    private void restore(StoredBackup backup, Sealing sealing) throws IOException {
        new RestoreBackup(new PgRestore(BackupLab.pg()), sealing)
                .restore(shelf, backup, new RestoreBackup.Wish("erp_fault", false), lab.clock.instant(), step -> {});
    }

    private Path data(StoredBackup backup) {
        return root.resolve("backups").resolve(backup.dataKey());
    }
}
