package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.files.FileStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Puts the uploaded files of a backup into an empty file store, and holds them against the restored database. */
public final class RestoreFiles {

    /** A backup and one store that has it. */
    public record Source(Shelf shelf, StoredBackup backup) {}

    private final Sealing sealing;

    public RestoreFiles(Sealing sealing) {
        this.sealing = sealing;
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
