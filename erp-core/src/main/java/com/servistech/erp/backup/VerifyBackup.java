package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.backup.DatabaseDump.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Proves a backup: reads it back, restores it into a scratch database and compares every table by rows and content, and
 * the definitions of everything else, and every uploaded file by the hash that its row names. The scratch database is dropped whatever happens.
 */
public final class VerifyBackup {

    private static final String SCRATCH = "erp_proof_";
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final DatabaseRestore server;
    private final Sealing sealing;
    private final Clock clock;

    public VerifyBackup(DatabaseRestore server, Sealing sealing, Clock clock) {
        this.server = server;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * @param progress told what is being done, in words
     * @return the proof, which the store then has beside the backup
     * @throws com.servistech.erp.error.Unavailable when no scratch database can be had: nothing is said of the backup
     */
    public Proof verify(Shelf shelf, StoredBackup backup, Consumer<String> progress) throws IOException {
        Instant now = clock.instant();
        sweep(now);
        String scratch = SCRATCH + MOMENT.format(now) + "_"
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
        progress.accept("creating the scratch database " + scratch);
        server.create(scratch);
        List<String> problems;
        try {
            problems = problems(shelf, backup, scratch, progress);
        } finally {
            server.drop(scratch);
        }
        Proof proof = new Proof(backup.id(), clock.instant().truncatedTo(ChronoUnit.SECONDS), problems);
        shelf.keep(backup, proof);
        return proof;
    }

    /** The proof of one copy, which holds, for another: if the bytes are the same. */
    public Proof alike(Shelf shelf, StoredBackup backup, Proof good) throws IOException {
        List<String> problems = new ArrayList<>();
        try {
            shelf.reread(backup.manifest());
        } catch (IOException e) {
            problems.add(e.getMessage());
        }
        Proof proof = new Proof(backup.id(), good.at(), problems);
        shelf.keep(backup, proof);
        return proof;
    }

    /** Those of programs that died: their names say when they were made. */
    private void sweep(Instant now) {
        String yesterday = SCRATCH + MOMENT.format(now.minus(LEFT_BEHIND));
        server.named(SCRATCH).stream()
                .filter(name -> name.compareTo(yesterday) < 0)
                .forEach(server::drop);
    }

    private List<String> problems(Shelf shelf, StoredBackup backup, String scratch, Consumer<String> progress) {
        progress.accept("restoring " + backup.folder());
        try (Unpacked unpacked = Unpacked.data(shelf, backup, sealing)) {
            server.load(scratch, backup.manifest().form(), unpacked.stream());
            unpacked.requireUnchanged();
        } catch (IOException e) {
            return List.of(backup.folder() + " does not restore: " + e.getMessage());
        }
        progress.accept("comparing");
        try (Claim claim = server.dumpOf(scratch).claim()) {
            List<String> problems = differences(backup.manifest(), claim);
            progress.accept("comparing the files");
            problems.addAll(CompareFiles.inArchive(shelf, backup, sealing, claim));
            return problems;
        } catch (IOException e) {
            return List.of("the restored database cannot be read: " + e.getMessage());
        }
    }

    /** What a database has otherwise than the manifest says. */
    static List<String> differences(Manifest manifest, DatabaseDump database) throws IOException {
        try (Claim claim = database.claim()) {
            return differences(manifest, claim);
        }
    }

    private static List<String> differences(Manifest manifest, Claim claim) throws IOException {
        List<String> differences = new ArrayList<>();
        Contents contents = claim.contents();
        Written written = claim.write(BackupForm.PLAIN, OutputStream.nullOutputStream());
        compare(differences, "table ", manifest.tables(), written.tables());
        compare(differences, "the definitions of ", manifest.catalogue(), contents.catalogue());
        return differences;
    }

    private static <T> void compare(List<String> differences, String what, Map<String, T> said, Map<String, T> found) {
        TreeSet<String> names = new TreeSet<>(said.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            T had = said.get(name);
            T has = found.get(name);
            if (has == null) {
                differences.add(what + name + " is missing");
            } else if (!has.equals(had)) {
                boolean counts = has instanceof TableContent;
                differences.add(what + name + (counts ? " has " + has + " and had " + had : " differ"));
            }
        }
    }
}
