package com.servistech.erp.backup;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the stores had before a backup. */
final class Before {

    private final List<StoredBackup> all;
    private final Set<String> lacking = new HashSet<>();

    Before(Collection<Inventory> inventories) {
        all = inventories.stream()
                .flatMap(inventory -> inventory.backups().stream())
                .sorted(Comparator.comparing(StoredBackup::startedAt).reversed())
                .toList();
        all.forEach(backup -> lacking.addAll(backup.manifest().files().lacking()));
    }

    /** The newest that is not suspect. */
    Optional<Manifest> newestGood() {
        return newest(backup -> true);
    }

    /** The newest full one that is not suspect; it has every file of its time. */
    Optional<Manifest> newestFull() {
        return newest(backup -> backup.manifest().tier() == Tier.WEEKLY
                && backup.manifest().files().isFull());
    }

    /** Files that were named as lacking already. */
    Set<String> lacking() {
        return lacking;
    }

    long mostLacking() {
        return all.stream()
                .mapToLong(backup -> backup.manifest().files().lackingCount())
                .max()
                .orElse(0);
    }

    private Optional<Manifest> newest(Predicate<StoredBackup> which) {
        return all.stream()
                .filter(backup -> backup.state() != BackupState.SUSPECT)
                .filter(which)
                .map(StoredBackup::manifest)
                .findFirst();
    }
}
