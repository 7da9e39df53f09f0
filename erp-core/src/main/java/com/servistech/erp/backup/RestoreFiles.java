package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.error.Refused;
import com.servistech.erp.files.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Puts the uploaded files of a backup into an empty file store, and holds them against the restored database. */
public final class RestoreFiles {

    /** A backup and one store that has it. */
    public record Source(Shelf shelf, StoredBackup backup) {}

    private final Sealing sealing;

    public RestoreFiles(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @throws Refused {@code backups.files-target} when it has something in it, or is no folder */
    public static void requireEmpty(Path folder) {
        boolean taken = Files.exists(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                taken = inside.findAny().isPresent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (taken) {
            throw new Refused(
                    "backups.files-target", folder + " is not empty: files are restored into a folder of their own");
        }
    }

    /**
     * What its files are restored from: the full backup that it rests on, and itself. Where that full one is gone the
     * newest one has its files as well, for none is ever removed.
     */
    public static List<Source> sources(List<Shelf> shelves, Source own) {
        Optional<UUID> base = own.backup().manifest().files().base();
        if (base.isEmpty()) {
            return List.of(own);
        }
        Source full = null;
        for (Shelf shelf : shelves) {
            for (StoredBackup backup : reachable(shelf)) {
                boolean newer =
                        full == null || backup.startedAt().isAfter(full.backup().startedAt());
                if (backup.id().equals(base.get()) && backup.whole()) {
                    return List.of(new Source(shelf, backup), own);
                } else if (backup.manifest().tier() == Tier.WEEKLY && backup.whole() && newer) {
                    full = new Source(shelf, backup);
                }
            }
        }
        return full == null ? List.of(own) : List.of(full, own);
    }

    /** A store that is away is no reason not to ask the others. */
    private static List<StoredBackup> reachable(Shelf shelf) {
        try {
            return shelf.inventory().backups();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * @param sources the full backup first, then the one that rests on it
     * @return what is missing or not the same, by the names of the files; empty for nothing. Files that lacked already
     *     when they were backed up are no news
     * @throws IOException when an archive cannot be read or was changed; what came before it stays
     */
    public List<String> restore(
            List<Source> sources, DatabaseDump restored, FileStore target, Consumer<String> progress)
            throws IOException {
        List<PackedFiles> packed = sources.stream()
                .map(source -> source.backup().manifest().files())
                .toList();
        for (Source source : sources) {
            PackedFiles files = source.backup().manifest().files();
            if (files.count() > 0) {
                progress.accept("restoring %d files of %s"
                        .formatted(files.count(), source.backup().folder()));
                unpack(source, target);
            }
            if (files.lackingCount() > 0) {
                progress.accept("%d files lacked already when it was taken: %s"
                        .formatted(files.lackingCount(), String.join("; ", files.lacking())));
            }
        }
        progress.accept("comparing the files with the database");
        try (Claim claim = restored.claim()) {
            claim.contents();
            return CompareFiles.inStore(target, packed, claim);
        }
    }

    private void unpack(Source source, FileStore target) throws IOException {
        try (Unpacked unpacked = Unpacked.files(source.shelf(), source.backup(), sealing)) {
            FilesTar.Reader tar = new FilesTar.Reader(unpacked.stream());
            for (FilesTar.Packed file = tar.next(); file != null; file = tar.next()) {
                target.write(file.store(), file.id(), file.bytes());
            }
            unpacked.requireUnchanged();
        }
    }
}
