package com.servistech.erp.it;

import com.servistech.erp.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PgBouncer in transaction pooling before the database, with one connection for everybody: whatever one request
 * leaves on it, the next one of another store finds, and an act that needs a second connection waits for itself.
 */
final class Pooler {

    static final String PROGRAM = "pgbouncer";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;

    private Pooler(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    static Pooler before(LocalStack stack, String database) {
        try {
            Path home = Files.createDirectories(stack.home().resolve(PROGRAM));
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Path users = home.resolve("users.txt");
            Files.createFile(users, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(users, "\"erp_app\" \"" + stack.password("erp_app") + "\"\n");
            Path settings = home.resolve("pgbouncer.ini");
            Files.writeString(settings, """
                    [databases]
                    %s = host=127.0.0.1 port=%d
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = scram-sha-256
                    auth_file = %s
                    logfile = %s
                    pool_mode = transaction
                    default_pool_size = 1
                    max_client_conn = 200
                    ignore_startup_parameters = extra_float_digits
                    ; a database that was away is asked again at once, and nobody waits for it longer than a client would
                    server_login_retry = 1
                    query_wait_timeout = 8
                    """.formatted(
                            database, stack.postgresPort(), port, users, home.resolve("pgbouncer.log")));
            start(home, settings, port);
            return new Pooler(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Path home, Path settings, int port) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // it refuses root, like PostgreSQL
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(PROGRAM, "-q", settings.toString()));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "pooler-stop"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("PgBouncer did not start: " + Files.readString(home.resolve("output")));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
