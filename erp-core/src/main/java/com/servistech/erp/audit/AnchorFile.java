package com.servistech.erp.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with the newest anchor, whole or not there. */
public final class AnchorFile implements AnchorPlace {

    private final Path file;

    public AnchorFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public void keep(Anchor anchor) {
        try {
            Path draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
            Files.writeString(draft, anchor.toJson() + "\n");
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
