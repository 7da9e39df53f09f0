package com.servistech.erp.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The disk of this process. */
public final class LocalDisk implements OutsideFacts {

    @Override
    public Optional<Long> diskFree() {
        try {
            return Optional.of(Files.getFileStore(Path.of("").toAbsolutePath()).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
