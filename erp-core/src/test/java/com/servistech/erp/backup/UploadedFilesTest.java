package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Archive;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UserCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and scans are backed up with the database that names them, proven and restored with it. */
class UploadedFilesTest {

    private static final SystemCaller JOB = SystemCaller.of("full-backup");
    private static final String DATABASE = "erp_with_files";
    private static final String RESTORED = "erp_files_restored";
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    @TempDir
    private Path root;

    private BackupLab lab;
    private Erp erp;
    private Archive archive;
    private StoreId store;
    private final Random random = new Random(8);

    @BeforeEach
    void open() throws SQLException {
        lab = new BackupLab(root);
        BackupLab.copy(DATABASE);
        erp = open(Map.of());
        archive = erp.archive();
        store = StoreId.of(BackupLab.ask(DATABASE, "select id from erp.stores limit 1"));
    }

    @AfterEach
    void close() throws SQLException {
        erp.close();
        BackupLab.drop(DATABASE);
        BackupLab.drop(RESTORED);
    }

    @Test
    void aFullBackupBringsEveryFileBackAsItWas() throws Exception {
        Map<UUID, byte[]> files = uploaded(3);
        BackupView full = archive.take(JOB, Tier.WEEKLY);

        PackedFiles packed = stored(full.id()).manifest().files();
        assertThat(packed.count()).isEqualTo(3);
        assertThat(packed.isFull()).isTrue();
        assertThat(packed.lackingCount()).isZero();
        assertThat(archive.verify(JOB, full.id(), step -> {}).problems()).isEmpty();
        assertThat(stored(full.id()).state()).isEqualTo(BackupState.PROVEN);

        Path into = root.resolve("restored");
        assertThat(restore(full.id(), into).differences()).isEmpty();
        assertThat(contents(into)).usingRecursiveComparison().isEqualTo(files);
        assertThatThrownBy(() -> restore(full.id(), into))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void aDailyHasTheFilesSinceTheFullOneAndIsRestoredTogetherWithIt() throws Exception {
        Map<UUID, byte[]> files = new HashMap<>(uploaded(4));
        lab.clock.advance(Duration.ofDays(2));
        BackupView full = archive.take(JOB, Tier.WEEKLY);
        lab.clock.advance(Duration.ofDays(3));
        files.putAll(uploaded(2));
        BackupView daily = archive.take(JOB, Tier.DAILY);

        PackedFiles packed = stored(daily.id()).manifest().files();
        assertThat(packed.count()).isEqualTo(2);
        assertThat(packed.base()).hasValue(full.id());
        assertThat(archive.verify(JOB, daily.id(), step -> {}).problems()).isEmpty();
        Path into = root.resolve("restored");
        assertThat(restore(daily.id(), into).differences()).isEmpty();
        assertThat(contents(into)).usingRecursiveComparison().isEqualTo(files);
    }

    @Test
    void withoutAFullBackupADailyHasAllOfThem() throws Exception {
        uploaded(2);
        BackupView daily = archive.take(JOB, Tier.DAILY);
        assertThat(stored(daily.id()).manifest().files().count()).isEqualTo(2);
        assertThat(stored(daily.id()).manifest().files().isFull()).isTrue();
    }

    @Test
    void aLostAndAChangedFileAreNamedOnceAsSuspectAndTheOthersAreKept() throws Exception {
        List<UUID> ids = List.copyOf(uploaded(3).keySet());
        Files.delete(onDisk(ids.get(0)));
        Files.write(onDisk(ids.get(1)), new byte[] {1});

        BackupView first = archive.take(JOB, Tier.WEEKLY);
        assertThat(first.state()).isEqualTo(BackupState.SUSPECT);
        assertThat(first.trouble())
                .contains(store + "/" + ids.get(0) + " cannot be read", store + "/" + ids.get(1) + " is not what was");
        assertThat(stored(first.id()).manifest().files().count()).isEqualTo(1);
        lab.clock.advance(Duration.ofDays(7));
        BackupView next = archive.take(JOB, Tier.WEEKLY);
        assertThat(next.state()).as("nothing more was lost").isEqualTo(BackupState.COMPLETED);
        assertThat(stored(next.id()).manifest().files().lackingCount()).isEqualTo(2);
        assertThat(archive.verify(JOB, next.id(), step -> {}).problems())
                .as("what the manifest says is lacking is no news")
                .isEmpty();
        Files.delete(onDisk(ids.get(2)));
        lab.clock.advance(Duration.ofDays(7));
        assertThat(archive.take(JOB, Tier.WEEKLY).state()).isEqualTo(BackupState.SUSPECT);
    }

    @Test
    void anArchiveThatWasDamagedOrLostIsFoundByTheProof() throws Exception {
        uploaded(2);
        BackupView full = archive.take(JOB, Tier.WEEKLY);
        Path tar = root.resolve("backups").resolve(stored(full.id()).filesKey());
        byte[] bytes = Files.readAllBytes(tar);
        bytes[1_000] ^= 1;
        Files.write(tar, bytes);
        assertThat(archive.verify(JOB, full.id(), step -> {}).problems())
                .singleElement()
                .asString()
                .contains("files.tar was changed");
        assertThatThrownBy(() -> restore(full.id(), root.resolve("restored")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("files.tar was changed");

        Files.delete(tar);
        assertThat(stored(full.id()).state()).isEqualTo(BackupState.SUSPECT);
        assertThat(archive.verify(JOB, full.id(), step -> {}).problems())
                .singleElement()
                .asString()
                .contains("files.tar cannot be read");
    }

    @Test
    void tarAloneUnpacksThem() throws Exception {
        Map<UUID, byte[]> files = uploaded(2);
        BackupView full = archive.take(JOB, Tier.WEEKLY);
        Path into = Files.createDirectory(root.resolve("by-hand"));
        Process tar = new ProcessBuilder(
                        "tar",
                        "-xf",
                        root.resolve("backups")
                                .resolve(stored(full.id()).filesKey())
                                .toString(),
                        "--strip-components=1",
                        "-C",
                        into.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(tar.getInputStream().readAllBytes())).isEmpty();
        assertThat(tar.waitFor()).isZero();
        assertThat(contents(into)).usingRecursiveComparison().isEqualTo(files);
    }

    @Test
    void encryptedBackupsHideTheFilesAsWell() throws Exception {
        uploaded(1);
        try (Erp sealing = open(Map.of("ERP_BACKUP_ENCRYPTION_KEY", "0123456789abcdef".repeat(4)))) {
            BackupView full = sealing.archive().take(JOB, Tier.WEEKLY);
            StoredBackup stored = stored(full.id());
            assertThat(stored.filesKey()).endsWith("files.tar.cms");
            assertThat(Files.readAllBytes(root.resolve("backups").resolve(stored.filesKey())))
                    .isNotEmpty();
            assertThat(sealing.archive().verify(JOB, full.id(), step -> {}).problems())
                    .isEmpty();
        }
    }

    @Test
    void whatExpiresTakesItsFilesAlong() throws Exception {
        uploaded(1);
        BackupView old = archive.take(JOB, Tier.WEEKLY);
        StoredBackup stored = stored(old.id());
        lab.clock.advance(Duration.ofDays(100));
        BackupView fresh = archive.take(JOB, Tier.WEEKLY);
        archive.verify(JOB, fresh.id(), step -> {});
        archive.expire(JOB, false);
        assertThat(root.resolve("backups").resolve(stored.folder())).doesNotExist();
    }

    private Erp open(Map<String, String> more) {
        Map<String, String> environment = lab.environment(DATABASE);
        environment.putAll(more);
        return Erp.start(new PlainRuntime(ErpConfig.from(environment), lab.clock));
    }

    private Map<UUID, byte[]> uploaded(int count) {
        UserCaller admin = new UserCaller(UUID.randomUUID(), true, Map.of(), new Origin("test", null, null));
        Map<UUID, byte[]> files = new HashMap<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[2_000 + random.nextInt(3_000)];
            random.nextBytes(bytes);
            System.arraycopy(JPEG, 0, bytes, 0, JPEG.length);
            files.put(
                    erp.inStore(admin, store).write(s -> s.files().store(bytes)).id(), bytes);
        }
        return files;
    }

    private Path onDisk(UUID file) {
        return root.resolve("files").resolve(store.toString()).resolve(file.toString());
    }

    private StoredBackup stored(UUID id) throws IOException {
        return lab.folder().find(id).orElseThrow();
    }

    private RestoreBackup.Report restore(UUID id, Path filesInto) throws IOException, SQLException {
        BackupLab.drop(RESTORED);
        return archive.restore(
                        Optional.of(id),
                        lab.clock.instant(),
                        new RestoreBackup.Wish(RESTORED, false),
                        Optional.of(filesInto),
                        false,
                        step -> {})
                .orElseThrow();
    }

    /** By id, whatever store they are of. */
    private static Map<UUID, byte[]> contents(Path folder) throws IOException {
        Map<UUID, byte[]> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(UUID.fromString(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        return found;
    }
}
