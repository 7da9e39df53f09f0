package com.servistech.erp.backup;

import java.util.List;
import java.util.Optional;

/**
 * What a store has.
 *
 * @param backups newest first
 * @param unreadable manifests that this installation did not write, or that were changed since: never used, never removed
 */
public record Inventory(List<StoredBackup> backups, List<String> unreadable) {

    public Inventory {
        backups = List.copyOf(backups);
        unreadable = List.copyOf(unreadable);
    }

    /** The newest that is not suspect. */
    public Optional<StoredBackup> newestGood() {
        return backups.stream()
                .filter(backup -> backup.state() != BackupState.SUSPECT)
                .findFirst();
    }
}
