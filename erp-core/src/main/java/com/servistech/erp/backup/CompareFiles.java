package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.files.FileStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds uploaded files against the rows of a restored database: every row must have its bytes, with the hash that it
 * names. One file at a time is in memory.
 */
final class CompareFiles {

    private final List<String> problems = new ArrayList<>();
    private final Set<String> known;
    private long lacking;
    private long unnamed;

    /** @param known files that lacked already when the backup was taken */
    private CompareFiles(Set<String> known) {
        this.known = known;
    }

    /** The archive of a backup; both are in the order of the keys, so that one pass does. */
    static List<String> inArchive(Shelf shelf, StoredBackup backup, Sealing sealing, Claim database)
            throws IOException {
        PackedFiles packed = backup.manifest().files();
        CompareFiles compared = new CompareFiles(paths(List.of(packed)));
        Instant since = packed.since().orElse(Instant.EPOCH);
        if (packed.count() == 0) {
            database.files(since, row -> compared.lacks(row.path(), "is missing in the backup"));
        } else {
            try (Unpacked unpacked = Unpacked.files(shelf, backup, sealing)) {
                FilesTar.Reader tar = new FilesTar.Reader(unpacked.stream());
                FilesTar.Packed[] next = {tar.next()};
                database.files(since, row -> {
                    if (next[0] == null || !next[0].path().equals(row.path())) {
                        compared.lacks(row.path(), "is missing in the backup");
                    } else {
                        compared.same(row, next[0].bytes());
                        next[0] = tar.next();
                    }
                });
                if (next[0] != null) {
                    compared.problem(next[0].path(), "is in the backup, and the database does not name it");
                }
                unpacked.requireUnchanged();
            } catch (IOException e) {
                return List.of(backup.filesKey() + " cannot be read: " + e.getMessage());
            }
        }
        return compared.problems(packed.lackingCount());
    }

    /** A folder into which they were restored. */
    static List<String> inStore(FileStore files, List<PackedFiles> packed, Claim database) throws IOException {
        CompareFiles compared = new CompareFiles(paths(packed));
        database.files(Instant.EPOCH, row -> {
            try {
                compared.same(row, files.read(row.store(), row.id()));
            } catch (Unavailable e) {
                compared.lacks(row.path(), "was not restored");
            }
        });
        return compared.problems(Long.MAX_VALUE);
    }

    private static Set<String> paths(List<PackedFiles> packed) {
        return packed.stream()
                .flatMap(files -> files.lacking().stream())
                .map(name -> name.substring(0, name.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    private void same(NamedFile row, byte[] bytes) {
        if (!HexFormat.of().formatHex(Counted.sha256().digest(bytes)).equals(row.sha256())) {
            problem(row.path(), "is not what the database names");
        }
    }

    private void lacks(String path, String why) {
        lacking++;
        if (!known.contains(path)) {
            unnamed++;
            problem(path, why);
        }
    }

    private void problem(String path, String what) {
        if (problems.size() < PackedFiles.NAMED) {
            problems.add("the file " + path + " " + what);
        }
    }

    /** Where more lack than a manifest names one by one, their number tells. */
    private List<String> problems(long expected) {
        boolean onlyUnnamed = problems.size() == Math.min(unnamed, PackedFiles.NAMED);
        boolean counted = known.size() >= PackedFiles.NAMED && lacking == expected;
        return counted && onlyUnnamed ? List.of() : problems;
    }
}
