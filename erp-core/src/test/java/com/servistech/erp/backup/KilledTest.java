package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.error.Conflict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that takes backups dies at any moment, or has little memory; the numbers are those of docs/backups.md. */
class KilledTest {

    private static final int KILLS = 10;
    private static final int LATEST_MILLIS = 900;
    private static final int MEGABYTES = 400;

    @TempDir
    private Path root;

    @Test
    void b27aProgramThatIsKilledLeavesOnlyWholeBackupsAndTheNextOneWorks() throws Exception {
        BackupLab lab = new BackupLab(root);
        Shelf shelf = lab.folder();
        lab.take(Tier.MANUAL, shelf);
        Random random = new Random(27);
        for (int i = 0; i < KILLS; i++) {
            Process victim = start(
                    List.of(),
                    "kill",
                    Integer.toString(BackupLab.STACK.postgresPort()),
                    BackupLab.STACK.password("erp_backup"));
            assertThat(victim.inputReader().readLine()).isEqualTo("begins");
            assertThat(victim.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS))
                    .isFalse();
            victim.destroyForcibly().waitFor();
            assertEverythingIsWhole(shelf);
        }
        int before = shelf.inventory().backups().size();
        assertThat(before).as("what was there before stays, whatever is killed").isPositive();
        lab.clock.set(Instant.now());
        takeWhenThePlaceIsFree(lab, shelf);
        assertThat(shelf.inventory().backups()).hasSize(before + 1);
        assertThat(lab.verify(shelf, BackupLab.newest(shelf)).problems()).isEmpty();

        shelf.sweep(Instant.now().plus(Duration.ofDays(3)));
        List<String> kept = new ArrayList<>();
        for (StoredBackup backup : shelf.inventory().backups()) {
            kept.add(backup.dataKey());
            kept.add(backup.folder() + "/manifest.jws");
        }
        kept.add(BackupLab.newest(shelf).folder() + "/proof.jws");
        assertThat(lab.files()).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void b46manyTimesTheMemoryPassesThroughIt() throws Exception {
        Process small = start(List.of("-Xmx32m"), "stream", Integer.toString(MEGABYTES));
        assertThat(small.waitFor()).isZero();
        Shelf shelf = new BackupLab(root).folder();
        Manifest manifest = BackupLab.newest(shelf).manifest();
        assertThat(manifest.plain().size()).isGreaterThan((long) MEGABYTES << 20);
    }

    private static void assertEverythingIsWhole(Shelf shelf) throws IOException {
        Inventory inventory = shelf.inventory();
        assertThat(inventory.unreadable()).isEmpty();
        for (StoredBackup backup : inventory.backups()) {
            assertThat(backup.state()).isEqualTo(BackupState.COMPLETED);
            shelf.reread(backup.dataKey(), backup.manifest().stored());
        }
    }

    /** The server notices within moments that the one who had the place is gone. */
    private static void takeWhenThePlaceIsFree(BackupLab lab, Shelf shelf) throws IOException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try {
                lab.take(Tier.MANUAL, shelf);
                return;
            } catch (Conflict e) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BackupVictim.class.getName()));
        command.add(arguments[0]);
        command.add(root.resolve("backups").toString());
        command.addAll(List.of(arguments).subList(1, arguments.length));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
