package com.servistech.erp.bench.backup;

import com.servistech.erp.backup.DatabaseDump;
import com.servistech.erp.backup.Manifest;
import com.servistech.erp.backup.ManifestKey;
import com.servistech.erp.backup.Sealing;
import com.servistech.erp.backup.Shelf;
import com.servistech.erp.backup.TakeBackup;
import com.servistech.erp.backup.Tier;
import com.servistech.erp.backup.folder.FolderStore;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgDump;
import com.servistech.erp.files.folder.FolderFiles;
import com.servistech.erp.tenancy.Uuid7;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program of its own, with little memory, that takes one backup and says how long it took. */
final class OneBackup {

    static final String KEY = "a key of 32 characters or somewhat more";

    private OneBackup() {}

    public static void main(String[] arguments) throws Exception {
        Tier tier = Tier.valueOf(arguments[0]);
        Path root = Path.of(arguments[1]);
        PgDump database = new PgDump(new PgConfig(
                "127.0.0.1",
                Integer.parseInt(arguments[2]),
                BackupSpeed.DATABASE,
                new PgConfig.Login("erp_backup", arguments[3]),
                null,
                Optional.empty(),
                root,
                Duration.ofMinutes(10)));
        Clock clock = Clock.systemUTC();
        Shelf shelf = new Shelf(
                new FolderStore(root.resolve("backups")), new ManifestKey(KEY));
        long began = System.nanoTime();
        Manifest manifest;
        try (DatabaseDump.Claim claim = database.claim()) {
            manifest = new TakeBackup(List.of(shelf), new FolderFiles(root.resolve("files")), Sealing.OPEN, clock)
                    .take(claim, new TakeBackup.Order(Uuid7.next(clock), tier, "{}"), bytes -> {})
                    .taken()
                    .get(0)
                    .manifest();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
        System.out.printf("%.2f %d %d%n", seconds, peak >> 20, manifest.stored().size());
    }
}
