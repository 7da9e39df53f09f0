package com.servistech.erp.rates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real captures, which lie beside the project; where they are missing a test fails, it does not pass. */
public final class Captures {

    private Captures() {}

    public static byte[] read(String file) {
        try {
            return Files.readAllBytes(folder("").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name {@code bcv-home} */
    public static Path folder(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path captures = folder.resolveSibling("shared").resolve("samples");
            if (Files.isDirectory(captures.resolve("bcv-home"))) {
                return captures.resolve(name);
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("../shared/samples is not beside the project");
    }
}
