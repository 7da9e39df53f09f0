package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * L39, L48, A72. After every class of tests: the marker of the poison store is in no answer, no event, no row of another store, no log
 * and no file; no answer shows the inside of the server; no log shows a secret.
 */
public final class NothingLeaks implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        RunningServer server = RunningServer.started().orElse(null);
        if (server == null) {
            return;
        }
        assertThat(server.watch().taken()).as("answers that say too much").isEmpty();
        try (Connection superuser = server.superuser()) {
            assertThat(Poison.tablesWithLeaks(superuser))
                    .as("tables where the marker is with another store")
                    .isEmpty();
        }
        assertThat(logsThatSay(server, Poison.MARKER)).isEmpty();
        for (String secret : List.of(server.stack().password("erp_app"), Demo.PASSWORD, "Bearer eyJ")) {
            assertThat(logsThatSay(server, secret)).as("a secret in a log").isEmpty();
        }
    }

    private static List<Path> logsThatSay(RunningServer server, String word) {
        try (Stream<Path> files = Files.walk(server.stack().home())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> says(file, word))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(word.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
