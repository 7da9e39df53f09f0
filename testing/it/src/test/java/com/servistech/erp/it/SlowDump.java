package com.servistech.erp.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** PostgreSQL's pg_dump, which begins when the test says so: a backup takes as long as the test needs. */
final class SlowDump {

    private static final String SCRIPT = """
            #!/bin/sh
            [ "$1" = --version ] && exec pg_dump --version
            touch "%1$s/begun"
            while [ -e "%1$s/wait" ]; do sleep 0.1; done
            exec pg_dump "$@"
            """;

    private final Path folder;

    SlowDump(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
            Files.writeString(folder.resolve("pg_dump"), SCRIPT.formatted(folder));
            Files.setPosixFilePermissions(folder.resolve("pg_dump"), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    void letWait() throws IOException {
        Files.deleteIfExists(folder.resolve("begun"));
        Files.writeString(folder.resolve("wait"), "");
    }

    boolean isBegun() {
        return Files.exists(folder.resolve("begun"));
    }

    void goOn() throws IOException {
        Files.deleteIfExists(folder.resolve("wait"));
    }
}
