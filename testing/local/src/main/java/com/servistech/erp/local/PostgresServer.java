package com.servistech.erp.local;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL on one data directory: made once, durable, and stopped in an orderly way. */
final class PostgresServer {

    static final String DATA = "data";

    private static final Logger LOG = System.getLogger(PostgresServer.class.getName());
    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(2);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(10);
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 30;
    private static final int ATTEMPTS_ON_FREE_PORTS = 3;

    private final Path home;
    private final Path data;
    private final Path program;
    private final RootWrapper root;
    private int port;

    private PostgresServer(Path home, Path program, RootWrapper root) {
        this.home = home;
        this.data = home.resolve(DATA);
        this.program = program;
        this.root = root;
    }

    static PostgresServer start(Home home, Platform platform, String password, LocalStackOptions options) {
        Path path = home.path();
        RootWrapper root = RootWrapper.forThisUser(path);
        PostgresServer server = new PostgresServer(path, PostgresProgram.in(path, platform), root);
        try {
            server.endOrphans();
            if (!Files.exists(server.data)) {
                server.initialise(password, home.isDeletedOnRelease());
            }
        } catch (IOException e) {
            throw new LocalStackException("cannot prepare " + server.data + ": " + e, e);
        }
        server.startOn(options.postgresPort());
        return server;
    }

    int port() {
        return port;
    }

    void stop() {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        Command.Result fast = control("stop", "-m", "fast", "-t", Integer.toString(STOP_SECONDS));
        if (fast.exit() == 0 || !Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        LOG.log(Level.WARNING, "PostgreSQL does not stop, now without a checkpoint: {0}", fast.output());
        Command.Result immediate = control("stop", "-m", "immediate", "-t", Integer.toString(STOP_SECONDS));
        if (immediate.exit() != 0 && !Orphans.under(program).haveEnded(ORPHAN_PATIENCE)) {
            throw new LocalStackException("PostgreSQL in " + data + " does not stop: " + immediate.output());
        }
    }

    /** Nobody else may be alive in this home, for we hold its lock: any process of it was left by a killed JVM. */
    private void endOrphans() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Orphans orphans = Orphans.under(program);
        if (Files.exists(pidFile) && orphans.have(pidIn(pidFile))) {
            LOG.log(Level.INFO, "stopping the PostgreSQL that a killed program left in {0}", data);
            stop();
        }
        // children of a killed postmaster leave by themselves, and must have left before a new one may start
        if (!orphans.haveEnded(ORPHAN_PATIENCE)) {
            orphans.end();
        }
        // the number may meanwhile belong to a stranger, whom PostgreSQL would take for itself and refuse to start
        Files.deleteIfExists(pidFile);
    }

    private static long pidIn(Path pidFile) throws IOException {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    private void initialise(String password, boolean disposable) throws IOException {
        Path draft = home.resolve("data.new");
        Path passwordFile = home.resolve("superuser.password");
        PrivateFiles.deleteTree(draft);
        PrivateFiles.write(passwordFile, password + "\n");
        try {
            List<String> initdb = new ArrayList<>(List.of(
                    bin("initdb"),
                    "--pgdata=" + draft,
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C"));
            if (disposable) {
                initdb.add("--no-sync");
            }
            Command.Result result = Command.run(home, root.wrap(initdb), INITDB_PATIENCE);
            if (result.exit() != 0) {
                throw new LocalStackException("initdb failed: " + result.output());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts again after {@link #stop()}, on the port that it had. */
    void startAgain() {
        try {
            endOrphans();
        } catch (IOException e) {
            throw new LocalStackException("cannot prepare " + data + ": " + e, e);
        }
        startOn(port);
    }

    private void startOn(int wanted) {
        if (wanted != 0) {
            Ports.requireFree(wanted, "PostgreSQL", "postgresPort");
        }
        String trouble = null;
        for (int attempt = 0; attempt < (wanted == 0 ? ATTEMPTS_ON_FREE_PORTS : 1); attempt++) {
            port = wanted == 0 ? Ports.free() : wanted;
            Path log = home.resolve("postgres.log");
            long before = size(log);
            Command.Result result = control(
                    "start", "-t", Integer.toString(START_SECONDS), "-l", log.toString(), "-o", serverOptions());
            if (result.exit() == 0) {
                return;
            }
            trouble = result.output() + "\n" + textAfter(log, before);
            if (!trouble.contains("Address already in use")) {
                throw new LocalStackException("PostgreSQL does not start: " + trouble);
            }
        }
        if (wanted != 0) {
            throw Ports.taken(wanted, "PostgreSQL", "postgresPort");
        }
        throw new LocalStackException("PostgreSQL found no free port: " + trouble);
    }

    private String serverOptions() {
        return String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=100",
                "-c password_encryption=scram-sha-256",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c timezone=UTC",
                "-c log_timezone=UTC");
    }

    /** One of our programs, or another one, as the user that the server runs as. */
    ProcessBuilder alongside(List<String> command) {
        List<String> whole = new ArrayList<>(command);
        if (Files.isExecutable(Path.of(bin(command.get(0))))) {
            whole.set(0, bin(command.get(0)));
        }
        return Command.builder(root.wrap(whole));
    }

    private Command.Result control(String action, String... arguments) {
        List<String> command = new ArrayList<>(List.of(bin("pg_ctl"), action, "-w", "-D", data.toString()));
        command.addAll(List.of(arguments));
        return Command.run(home, root.wrap(command), Duration.ofSeconds(START_SECONDS + STOP_SECONDS));
    }

    private String bin(String name) {
        return program.resolve("bin").resolve(name).toString();
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String textAfter(Path log, long start) {
        try {
            byte[] bytes = Files.readAllBytes(log);
            return new String(bytes, (int) start, bytes.length - (int) start, StandardCharsets.UTF_8);
        } catch (IOException | IndexOutOfBoundsException e) {
            return "see " + log;
        }
    }
}
