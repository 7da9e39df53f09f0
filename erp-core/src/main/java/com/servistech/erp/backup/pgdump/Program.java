package com.servistech.erp.backup.pgdump;

import com.servistech.erp.error.Unavailable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of PostgreSQL's client programs on this computer.
 *
 * @param version as it says, {@code 15.18}
 */
record Program(Path path, String version) {

    private static final Pattern VERSION = Pattern.compile("\\) ([0-9]+(?:\\.[0-9]+)?)");
    private static final int PATIENCE_SECONDS = 10;

    /** @throws Unavailable that names the package when it is not there */
    static Program find(PgConfig config, String name) {
        Stream<Path> folders = config.programs().isPresent()
                ? Stream.of(config.programs().get())
                : Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        Optional<Path> found = folders.map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        Path path = found.orElseThrow(
                () -> new Unavailable(
                        "backups.program-missing",
                        name
                                + " is not on this computer: install the package postgresql-client, or say with ERP_PG_BIN where it is"));
        return new Program(path, versionOf(path));
    }

    int major() {
        return Integer.parseInt(version.replaceFirst("\\..*", ""));
    }

    @Override
    public String toString() {
        return path.getFileName() + " " + version;
    }

    private static String versionOf(Path path) {
        try {
            Process process = new ProcessBuilder(path.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Unavailable("backups.program-unusable", path + " does not say its version");
            }
            String said = new String(process.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            if (process.exitValue() != 0 || !version.find()) {
                throw new Unavailable(
                        "backups.program-unusable", path + " is no program of PostgreSQL: " + said.strip());
            }
            return version.group(1);
        } catch (IOException e) {
            throw new Unavailable("backups.program-unusable", path + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("backups.interrupted", "Interrupted", e);
        }
    }
}
