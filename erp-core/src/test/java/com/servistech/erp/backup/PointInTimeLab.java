package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.servistech.erp.kit.S3Server;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackOptions;
import com.servistech.erp.testkit.ErpFixture;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL that archives its WAL with the operator's own files of db/pgbackrest, unchanged: only places and secrets
 * come from the environment, as they do for the operator.
 */
final class PointInTimeLab implements AutoCloseable {

    static final Path FILES = Path.of("../db/pgbackrest").toAbsolutePath().normalize();

    /** The instant of the page's example. */
    static final String INSTANT = "2026-11-24 15:04:05-04";

    private static final Path PAGE = Path.of("../docs/backups.md");
    private static final String INSTALLED = "/etc/pgbackrest/";
    private static final String CIPHER_PASS = "a passphrase of the operator, kept elsewhere too";

    final LocalStack stack;
    final Path repository;
    private final Path root;
    private final Map<String, String> environment;
    private final S3Server s3 = S3Server.startSecure();

    PointInTimeLab() throws IOException {
        stack = LocalStack.start(LocalStackOptions.inTemporaryDirectory());
        root = Files.createDirectory(stack.home().resolve("pgbackrest"));
        repository = Files.createDirectory(root.resolve("repo"));
        environment = new HashMap<>(Map.of(
                "PGBACKREST_CONFIG", FILES.resolve("pgbackrest.conf").toString(),
                "PGBACKREST_CONFIG_INCLUDE_PATH", FILES.resolve("conf.d").toString(),
                "PGBACKREST_REPO1_PATH", repository.toString(),
                "PGBACKREST_REPO1_CIPHER_PASS", CIPHER_PASS,
                "PGBACKREST_LOG_PATH", folder("log"),
                "PGBACKREST_LOCK_PATH", folder("lock"),
                "PGBACKREST_SPOOL_PATH", folder("spool")));
        environment.putAll(Map.of(
                "PGBACKREST_PG1_PATH", stack.postgresData().toString(),
                "PGBACKREST_PG1_PORT", Integer.toString(stack.postgresPort()),
                "PGBACKREST_PG1_SOCKET_PATH", stack.home().toString(),
                "PGPASSWORD", stack.superuserPassword()));
        environment.putAll(Map.of(
                "PGBACKREST_REPO2_S3_BUCKET",
                S3Server.BUCKET,
                "PGBACKREST_REPO2_S3_KEY",
                S3Server.ACCESS_KEY,
                "PGBACKREST_REPO2_S3_KEY_SECRET",
                S3Server.SECRET_KEY,
                "PGBACKREST_REPO2_CIPHER_PASS",
                "another passphrase",
                "PGBACKREST_REPO2_S3_ENDPOINT",
                "127.0.0.1",
                "PGBACKREST_REPO2_S3_URI_STYLE",
                "path",
                "PGBACKREST_REPO2_STORAGE_PORT",
                Integer.toString(s3.securePort()),
                "PGBACKREST_REPO2_STORAGE_VERIFY_TLS",
                "n"));
        stack.stopPostgres();
        Files.writeString(
                stack.postgresData().resolve("postgresql.conf"),
                "include = '" + FILES.resolve("postgresql.conf") + "'\n",
                StandardOpenOption.APPEND);
        start(stack.postgresData(), stack.postgresPort());
    }

    /** Here a missing program skips; where all tests must run it fails. */
    static void requirePgBackRest() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbackrest")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("pgbackrest is installed by .ci/run").isTrue();
        }
        assumeTrue(there, "pgbackrest is not on this computer: install the package pgbackrest");
    }

    ErpFixture shop() {
        return ErpFixture.on(stack);
    }

    private String folder(String name) throws IOException {
        return Files.createDirectory(root.resolve(name)).toString();
    }

    int port() {
        return stack.postgresPort();
    }

    /**
     * Does what the operator's page says below a heading.
     *
     * @param changes what stands there and what is meant here, in pairs
     */
    void operator(String heading, String... changes) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("### " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("pgbackrest ") || line.startsWith(INSTALLED))
                .toList();
        assertThat(lines).as(heading).isNotEmpty();
        for (String line : lines) {
            String meant = line.replace(INSTALLED, FILES + "/");
            for (int i = 0; i < changes.length; i += 2) {
                assertThat(meant).contains(changes[i]);
                meant = meant.replace(changes[i], changes[i + 1]);
            }
            run(meant);
        }
    }

    /** A line of a shell; answers what it printed. */
    String run(String line) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", line));
    }

    /** Starts a copy on a port of its own, and answers that when all of its WAL is replayed. */
    int startBeside(Path data) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start(data, port);
        return port;
    }

    /** Starts what lies in a folder, and returns when it takes connections: a restored one has then replayed its WAL. */
    void start(Path data, int port) throws IOException {
        String options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c timezone=UTC"
                .formatted(port, stack.home());
        try {
            run(List.of(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-D",
                    data.toString(),
                    "-l",
                    root.resolve("postgres.log").toString(),
                    "-o",
                    options));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        awaitOpen(port);
    }

    /** pg_ctl is content with a server that still replays, and lets nobody in. */
    private void awaitOpen(int port) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        SQLException refused = null;
        while (System.nanoTime() < deadline) {
            try {
                list("postgres", "postgres", stack.superuserPassword(), port, "select 1");
                return;
            } catch (SQLException e) {
                refused = e;
            }
        }
        throw new IllegalStateException("it does not open", refused);
    }

    void stop(Path data) throws IOException, InterruptedException {
        run(List.of("pg_ctl", "stop", "-w", "-m", "fast", "-D", data.toString()));
    }

    /** SIGKILL, as power that fails; its children leave by themselves. */
    void kill() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(stack.postgresData().resolve("postmaster.pid"))
                .get(0)
                .strip());
        List<ProcessHandle> all =
                ProcessHandle.of(pid).orElseThrow().descendants().toList();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        for (ProcessHandle child : all) {
            child.onExit().join();
        }
    }

    void loseData() throws IOException {
        try (Stream<Path> all = Files.walk(stack.postgresData())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertThat(stack.postgresData()).doesNotExist();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(root, "output", ".log");
        ProcessBuilder builder = stack.asPostgres(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        String said = Files.readString(output);
        if (exit != 0) {
            Path log = root.resolve("postgres.log");
            throw new IllegalStateException(
                    command + " ended with " + exit + ": " + said + (Files.exists(log) ? Files.readString(log) : ""));
        }
        return said;
    }

    String ask(int port, String sql) throws SQLException {
        return list("postgres", stack.superuserPassword(), port, sql).stream()
                .findFirst()
                .orElse(null);
    }

    String askAs(String role, int port, String sql) throws SQLException {
        return list(role, stack.password(role), port, sql).get(0);
    }

    /** Of the first column, in their order. */
    List<String> list(int port, String sql) throws SQLException {
        return list("postgres", stack.superuserPassword(), port, sql);
    }

    private static List<String> list(String user, String password, int port, String sql) throws SQLException {
        return list("erp_test", user, password, port, sql);
    }

    private static List<String> list(String database, String user, String password, int port, String sql)
            throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet rs = statement.getResultSet();
                while (rs.next()) {
                    found.add(rs.getString(1));
                }
            }
        }
        return found;
    }

    /** Returns once a question is answered with true; the server takes its time between two answers. */
    void await(String question) throws SQLException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl("erp_test"), "postgres", stack.superuserPassword());
                PreparedStatement asked =
                        connection.prepareStatement("select (" + question + ") from pg_sleep(0.05)")) {
            while (System.nanoTime() < deadline) {
                try (ResultSet rs = asked.executeQuery()) {
                    if (rs.next() && rs.getBoolean(1)) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("never true: " + question);
    }

    @Override
    public void close() {
        stack.close();
        s3.close();
    }
}
