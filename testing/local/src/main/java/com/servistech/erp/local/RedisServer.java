package com.servistech.erp.local;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Redis on one directory, with a password and an append-only file. */
final class RedisServer {

    private static final Logger LOG = System.getLogger(RedisServer.class.getName());
    private static final String VERSION = "7.0.15";
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 20;
    private static final int ANSWER_MILLIS = 1_000;

    private final Process process;
    private final int port;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RedisServer start(Path home, Platform platform, String password, int wantedPort) {
        Path directory = home.resolve("redis");
        try {
            PrivateFiles.createDirectories(directory);
            Path program = program(home, platform);
            Orphans.under(program).end();
            if (wantedPort != 0) {
                Ports.requireFree(wantedPort, "Redis", "redisPort");
            }
            int port = wantedPort == 0 ? Ports.free() : wantedPort;
            // in a file, because every user of the computer sees the arguments of a process
            PrivateFiles.write(directory.resolve("redis.conf"), configuration(port, password));
            Path log = directory.resolve("redis.log");
            Process process = Command.builder(List.of(program.toString(), "redis.conf"))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            RedisServer server = new RedisServer(process, port);
            server.awaitReady(password, log);
            return server;
        } catch (IOException e) {
            throw new LocalStackException("cannot start Redis in " + directory + ": " + e, e);
        }
    }

    int port() {
        return port;
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "Redis does not stop by itself and is ended by force");
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String configuration(int port, String password) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                "requirepass " + password,
                "dir .",
                "appendonly yes",
                "appendfsync everysec",
                "save \"\"",
                "");
    }

    private static Path program(Path home, Platform platform) throws IOException {
        Path program = home.resolve("redis-" + VERSION).resolve("redis-server");
        if (Files.exists(program)) {
            return program;
        }
        PrivateFiles.createDirectories(program.getParent());
        String resource = platform.redisProgram(VERSION);
        Path draft = program.resolveSibling("redis-server.new");
        try (InputStream source = RedisServer.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new LocalStackException("no Redis for this computer on the class path: " + resource);
            }
            Files.copy(source, draft, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
        Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        return program;
    }

    private void awaitReady(String password, Path log) throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!answers(password)) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new LocalStackException("Redis ended at once on port " + port + ": " + lastLines(log));
                }
                if (System.nanoTime() > deadline) {
                    stop();
                    throw new LocalStackException("Redis gives no answer on port " + port + ": " + lastLines(log));
                }
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while Redis was starting", e);
        }
    }

    /** It refuses connections at first and then says LOADING while it reads its file. */
    private boolean answers(String password) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nPING\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.US_ASCII).contains("+PONG");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Redis is not ready yet", e);
            return false;
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }
}
