package com.servistech.erp.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The disk of this process; of backups it knows nothing. */
public final class LocalDisk implements OutsideFacts {

    @Override
    public Optional<Long> diskFree() {
        try {
            return Optional.of(Files.getFileStore(Path.of("").toAbsolutePath()).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> provenBackup() {
        return Optional.empty();
    }
}
