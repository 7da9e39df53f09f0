package com.servistech.erp.backup;

import com.servistech.erp.backup.folder.FolderStore;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgDump;
import com.servistech.erp.files.folder.FolderFiles;
import com.servistech.erp.tenancy.Uuid7;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of its own that takes backups: to be killed, or to be given little memory. */
final class BackupVictim {

    private static final int BLOCK = 1 << 20;

    /** The databases here name none. */
    private static final FolderFiles NO_FILES = new FolderFiles(Path.of("none"));

    private BackupVictim() {}

    public static void main(String[] arguments) throws IOException {
        Shelf shelf = new Shelf(new FolderStore(Path.of(arguments[1])), BackupLab.KEY);
        if (arguments[0].equals("stream")) {
            take(shelf, new Stream(Integer.parseInt(arguments[2])));
            return;
        }
        PgDump database = new PgDump(new PgConfig(
                "127.0.0.1",
                Integer.parseInt(arguments[2]),
                BackupLab.DATABASE,
                new PgConfig.Login("erp_backup", arguments[3]),
                null,
                Optional.empty(),
                Path.of(System.getProperty("java.io.tmpdir")),
                Duration.ofMinutes(1)));
        System.out.println("begins");
        while (true) {
            try (DatabaseDump.Claim claim = database.claim()) {
                take(shelf, claim);
            }
        }
    }

    private static void take(Shelf shelf, DatabaseDump.Claim claim) throws IOException {
        Clock clock = Clock.systemUTC();
        new TakeBackup(List.of(shelf), NO_FILES, Sealing.OPEN, clock)
                .take(claim, new TakeBackup.Order(Uuid7.next(clock), Tier.MANUAL, "{}"), bytes -> {});
    }

    /** A database with one large table, made up as it is read. */
    private record Stream(int megabytes) implements DatabaseDump.Claim {

        private static final byte[] ROW = "0123456789abcde\n".getBytes(StandardCharsets.US_ASCII);

        @Override
        public Contents contents() {
            long rows = (long) megabytes * BLOCK / ROW.length;
            return new Contents("15.0", "1", Map.of("erp.large", rows), Map.of());
        }

        @Override
        public DatabaseDump.Written write(BackupForm form, OutputStream out) throws IOException {
            CopyHashes hashes = new CopyHashes();
            byte[] block = new byte[BLOCK];
            for (int at = 0; at < BLOCK; at += ROW.length) {
                System.arraycopy(ROW, 0, block, at, ROW.length);
            }
            write("COPY erp.large (a) FROM stdin;\n".getBytes(StandardCharsets.US_ASCII), out, hashes);
            for (int i = 0; i < megabytes; i++) {
                write(block, out, hashes);
            }
            write("\\.\n".getBytes(StandardCharsets.US_ASCII), out, hashes);
            return new DatabaseDump.Written("made up", "", hashes.tables());
        }

        private static void write(byte[] bytes, OutputStream out, CopyHashes hashes) throws IOException {
            out.write(bytes, 0, bytes.length);
            hashes.write(bytes, 0, bytes.length);
        }

        @Override
        public void files(Instant since, DatabaseDump.EachFile each) {}

        @Override
        public void close() {}
    }
}
