package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.cli.Main;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.backup.Backup;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.error.NotFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backups over HTTP and on the command line, and the drill that an operator does. */
class BackupsTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern A_BACKUP = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private record Ended(int exit, String said) {}

    @BeforeAll
    static void needs() {
        Project.requireProgram("pg_dump");
    }

    @Test
    void aBackupIsBegunFollowedAndProvenOverHttp() {
        ErpClient admin = SERVER.as("admin");

        Backup begun = admin.backups().take();
        assertThat(begun.state()).isEqualTo("RUNNING");
        assertThat(begun.tier()).isEqualTo("MANUAL");
        Backup taken = awaitState(admin, begun.id(), "COMPLETED");
        assertThat(taken.trouble()).isEmpty();
        assertThat(taken.rows("stores")).isEqualTo(admin.stores().list().items().size());
        assertThat(taken.rows("customers")).isPositive();
        assertThat(taken.sizeBytes())
                .hasValueSatisfying(size -> assertThat(size).isGreaterThan(10_000));
        assertThat(taken.sha256().orElseThrow()).hasSize(64);
        assertThat(taken.locations()).hasSize(1);
        assertThat(taken.progressBytes()).isPositive();
        assertThat(taken.provenAt()).isEmpty();

        admin.backups().verify(begun.id());
        Backup proven = awaitState(admin, begun.id(), "PROVEN");
        assertThat(proven.provenAt()).isPresent();
        assertThat(admin.backups().list().items()).contains(proven);
        assertThatThrownBy(() -> admin.backups().get(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyButTheChainsAdministratorSeesOrTakesBackups() {
        assertThatThrownBy(() -> SERVER.as("manager.ccs-01").backups().list()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SERVER.as("manager.ccs-01").backups().take()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SERVER.as("accountant.ccs-01").backups().verify(UUID.randomUUID()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theDrillOfTheRunbookWorksAsItIsWritten() throws SQLException, IOException {
        byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 8};
        UUID file = SERVER.as("manager.ccs-01").files().store(picture).uuid("id");
        Ended taken = erp("backup");
        assertThat(taken.exit()).as(taken.said()).isZero();
        Matcher first = A_BACKUP.matcher(taken.said());
        assertThat(first.find()).as(taken.said()).isTrue();
        String id = first.group();
        assertThat(erp("backup", "list").said()).contains(id).contains("completo");
        Ended verified = erp("backup", "verify", id);
        assertThat(verified.said()).contains(id + ": COMPROBADO");
        assertThat(verified.exit()).isZero();
        assertThat(erp("backup", "pin", id).exit()).isZero();
        assertThat(erp("backup", "list").said()).contains("fijado");
        assertThat(erp("backup", "expire", "--dry-run").exit()).isZero();

        Ended refused = erp("restore", "--id", id, "--into", LocalDatabase.NAME);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said()).contains("has tables");
        Ended dry = erp("restore", "--into", "erp_drill", "--dry-run");
        assertThat(dry.said()).contains("MISSING").contains("(--dry-run)");
        Path files = Files.createTempDirectory("erp-drill-");
        try {
            Ended restored = erp("restore", "--id", id, "--into", "erp_drill", "--files-into", files.toString());
            assertThat(restored.said()).contains("erp_drill: restaurada, idéntica al respaldo");
            assertThat(restored.exit()).isZero();
            try (Stream<Path> all = Files.walk(files)) {
                assertThat(all.filter(path -> path.endsWith(file.toString())))
                        .singleElement()
                        .satisfies(path -> assertThat(path).hasBinaryContent(picture));
            }
            assertThat(erp("restore", "--id", id, "--into", "erp_drill").said()).contains("has tables");
            Ended again = erp("restore", "--id", id, "--into", "erp_drill", "--replace");
            assertThat(again.said()).contains("La de antes se llama ahora erp_drill_20");
            assertThat(again.exit()).isZero();
        } finally {
            drop("erp_drill");
        }
    }

    private static Backup awaitState(ErpClient admin, UUID id, String state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Backup backup = admin.backups().get(id);
            if (backup.state().equals(state)) {
                return backup;
            }
            assertThat(backup.state()).as(String.valueOf(backup.trouble())).isNotIn("FAILED", "SUSPECT");
        }
        throw new AssertionError(id + " does not become " + state);
    }

    private static void drop(String prefix) throws SQLException {
        LocalStack stack = SERVER.stack();
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword());
                var statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (var rs = statement.executeQuery("select datname from pg_database")) {
                while (rs.next()) {
                    names.add(rs.getString(1));
                }
            }
            for (String name : names) {
                if (name.startsWith(prefix)) {
                    statement.execute("drop database " + name + " with (force)");
                }
            }
        }
    }

    private static Ended erp(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        LocalStack stack = SERVER.stack();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "ERP_DB_HOST", "127.0.0.1",
                        "ERP_DB_PORT", Integer.toString(stack.postgresPort()),
                        "ERP_DB_NAME", LocalDatabase.NAME,
                        "ERP_DB_PASSWORD", stack.password("erp_app"),
                        "ERP_FILES_DIR", stack.home().resolve("files").toString(),
                        "ERP_BACKUP_DIR",
                                stack.home()
                                        .resolve("backups of the command line")
                                        .toString(),
                        "ERP_BACKUP_KEY", "the key of the command line, of 32 characters and more",
                        "ERP_BACKUP_PASSWORD", stack.password("erp_backup"),
                        "ERP_RESTORE_PASSWORD", stack.password("erp_restore")));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said.strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
