package com.servistech.erp.cli.dev;

import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged server as a child: it ends with this program, whatever ends it. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int POLL_MILLIS = 300;

    private final Process process;
    private final int port;
    private final Path log;
    private final Thread hook;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.hook = new Thread(this::stop, "server-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param more variables of the environment beyond those that every server needs */
    public static ServerProcess start(Path jar, int port, LocalStack stack, SigningKey key, Map<String, String> more) {
        return start("server", jar, port, stack, key, more);
    }

    /** @param name of its log and of where it is unpacked, in the home of the stack: each of several has its own */
    public static ServerProcess start(
            String name, Path jar, int port, LocalStack stack, SigningKey key, Map<String, String> more) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there: build it with mvn package");
        }
        Path log = stack.home().resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Map<String, String> environment = builder.environment();
        environment.put("PORT", Integer.toString(port));
        environment.put("ERP_HOST", "localhost");
        environment.put("ERP_DB_HOST", "127.0.0.1");
        environment.put("ERP_DB_PORT", Integer.toString(stack.postgresPort()));
        environment.put("ERP_DB_NAME", LocalDatabase.NAME);
        environment.put("ERP_DB_USER", "erp_app");
        environment.put("ERP_DB_PASSWORD", stack.password("erp_app"));
        environment.put("ERP_JWT_PRIVATE_KEY", key.pkcs8());
        environment.put("REDIS_URL", stack.redisUrl());
        environment.put("ERP_FILES_DIR", stack.home().resolve("files").toString());
        environment.put("ERP_BACKUP_DIR", stack.home().resolve("backups").toString());
        environment.put("ERP_BACKUP_KEY", stack.secret("backups", ServerProcess::secret));
        environment.put("ERP_BACKUP_PASSWORD", stack.password("erp_backup"));
        environment.put("ERP_RESTORE_PASSWORD", stack.password("erp_restore"));
        environment.putAll(more);
        // unpacked here, so that a killed run leaves nothing elsewhere; it refuses a directory that is there
        Path unpacked = stack.home().resolve(name);
        environment.put("WLP_JAR_EXTRACT_DIR", unpacked.toString());
        try {
            delete(unpacked);
            return new ServerProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Somebody else's server on this port would answer that it is ready. */
    static void refuseTakenPort(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // nobody listens: it is ours to give
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " is in use: stop what listens there, or choose another with PORT or --port");
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Returns when the server says that it is ready. */
    public void awaitReady() throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The server ended while it was starting; see " + log);
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
        }
        throw new IllegalStateException("The server is not ready after " + PATIENCE + "; see " + log);
    }

    public long pid() {
        return process.pid();
    }

    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending: the hook itself is at work
        }
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
