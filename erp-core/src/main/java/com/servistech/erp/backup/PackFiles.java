package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.files.FileStore;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Packs the uploaded files that a dumped database names into one tar, {@code files/<store>/<id>}, one file at a time in
 * memory. Bytes that are not there, or not those that the database knows, are named and left out.
 */
final class PackFiles {

    /** Begins the archive: asked for when there is a file to put into it. */
    interface Begin {
        OutputStream archive() throws IOException;
    }

    /** A row may be committed later than the time that it carries says. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final FileStore files;
    private final Sealing sealing;

    PackFiles(FileStore files, Sealing sealing) {
        this.files = files;
        this.sealing = sealing;
    }

    /**
     * @param base a full backup that has the older files; empty to take all of them
     * @param progress told how many bytes were packed so far
     */
    PackedFiles pack(Claim claim, Optional<Manifest> base, Begin begin, LongConsumer progress) throws IOException {
        Optional<Instant> since = base.map(full -> full.startedAt().minus(OVERLAP));
        Packing packing = new Packing(begin, progress);
        claim.files(since.orElse(Instant.EPOCH), packing::add);
        return packing.end(base, since);
    }

    private final class Packing {

        private final Begin begin;
        private final LongConsumer progress;
        private final List<String> lacking = new ArrayList<>();
        private long lackingCount;
        private long count;
        private Counted stored;
        private OutputStream sealed;
        private Counted plain;
        private FilesTar tar;

        Packing(Begin begin, LongConsumer progress) {
            this.begin = begin;
            this.progress = progress;
        }

        void add(NamedFile file) throws IOException {
            byte[] bytes;
            try {
                bytes = files.read(file.store(), file.id());
            } catch (Unavailable e) {
                lacks(file, "cannot be read");
                return;
            }
            if (!HexFormat.of().formatHex(Counted.sha256().digest(bytes)).equals(file.sha256())) {
                lacks(file, "is not what was stored");
                return;
            }
            if (tar == null) {
                stored = new Counted(begin.archive(), size -> {});
                sealed = sealing.seal(new StaysOpen(stored));
                plain = new Counted(new StaysOpen(sealed), progress);
                tar = new FilesTar(plain);
            }
            tar.add(file, bytes);
            count++;
        }

        private void lacks(NamedFile file, String why) {
            lackingCount++;
            if (lacking.size() < PackedFiles.NAMED) {
                lacking.add(file.path() + " " + why);
            }
        }

        PackedFiles end(Optional<Manifest> base, Optional<Instant> since) throws IOException {
            PackedFiles nothing = PackedFiles.none();
            if (tar != null) {
                tar.finish();
                sealed.close();
            }
            return new PackedFiles(
                    base.map(Manifest::id),
                    since,
                    count,
                    tar == null ? nothing.plain() : plain.bytes(),
                    tar == null ? nothing.stored() : stored.bytes(),
                    lacking,
                    lackingCount);
        }
    }
}
