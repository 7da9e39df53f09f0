package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The files of the project, and the programs that some tests need. */
final class Project {

    private Project() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/configuration.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Skips a test on a computer without the program, and says so; in CI that is a failure. */
    static void requireProgram(String name) {
        assumeTrue(hasProgram(name), name + " is not on this computer");
    }

    /** Whether it is on this computer; that it is not is a failure in CI. */
    static boolean hasProgram(String name) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(name + " is installed by .ci/run").isTrue();
        }
        return there;
    }
}
