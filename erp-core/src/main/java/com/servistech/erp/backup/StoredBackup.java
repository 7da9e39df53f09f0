package com.servistech.erp.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A backup as one store has it.
 *
 * @param folder where it lies in the store
 * @param proof of its last restore
 * @param pinned whether a person said that it stays
 * @param whole whether the data and the files are there in their full length
 */
public record StoredBackup(String folder, Manifest manifest, Optional<Proof> proof, boolean pinned, boolean whole) {

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");

    public UUID id() {
        return manifest.id();
    }

    public Instant startedAt() {
        return manifest.startedAt();
    }

    /** The day in Caracas on which it was begun. */
    public LocalDate day() {
        return LocalDate.ofInstant(manifest.startedAt(), CARACAS);
    }

    public BackupState state() {
        boolean doubtful = !whole
                || !manifest.doubts().isEmpty()
                || proof.filter(p -> !p.holds()).isPresent();
        if (doubtful) {
            return BackupState.SUSPECT;
        }
        return proof.isPresent() ? BackupState.PROVEN : BackupState.COMPLETED;
    }

    String dataKey() {
        return Shelf.dataKey(folder, manifest);
    }

    /** Of the archive of its files, where it has one. */
    String filesKey() {
        return Shelf.filesKey(folder, manifest.sealing());
    }
}
