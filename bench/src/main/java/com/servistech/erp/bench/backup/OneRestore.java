package com.servistech.erp.bench.backup;

import com.servistech.erp.backup.ManifestKey;
import com.servistech.erp.backup.RestoreBackup;
import com.servistech.erp.backup.Sealing;
import com.servistech.erp.backup.Shelf;
import com.servistech.erp.backup.StoredBackup;
import com.servistech.erp.backup.Tier;
import com.servistech.erp.backup.folder.FolderStore;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgRestore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Restores the newest backup of a tier, compares it as a drill does, and says how long both took. */
final class OneRestore {

    private OneRestore() {}

    public static void main(String[] arguments) throws Exception {
        Tier tier = Tier.valueOf(arguments[0]);
        Path root = Path.of(arguments[1]);
        PgRestore server = new PgRestore(new PgConfig(
                "127.0.0.1",
                Integer.parseInt(arguments[2]),
                BackupSpeed.DATABASE,
                new PgConfig.Login("erp_backup", arguments[3]),
                new PgConfig.Login("erp_restore", arguments[4]),
                Optional.empty(),
                root,
                Duration.ofMinutes(10)));
        Shelf shelf = new Shelf(new FolderStore(root.resolve("backups")), new ManifestKey(OneBackup.KEY));
        StoredBackup backup = shelf.inventory().backups().stream()
                .filter(stored -> stored.manifest().tier() == tier)
                .findFirst()
                .orElseThrow();
        long began = System.nanoTime();
        RestoreBackup.Report report = new RestoreBackup(server, Sealing.OPEN)
                .restore(shelf, backup, new RestoreBackup.Wish("erp_drill", false), Instant.now(), step -> {});
        System.out.printf(
                "%.1f %s%n",
                (System.nanoTime() - began) / 1e9, report.differences().isEmpty());
        server.drop("erp_drill");
    }
}
