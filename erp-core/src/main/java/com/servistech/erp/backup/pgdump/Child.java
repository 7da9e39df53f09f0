package com.servistech.erp.backup.pgdump;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program at work for us, with nothing of our environment that would change what it does. It ends with its descendants
 * when it is silent for too long, and whenever this is closed.
 */
final class Child implements AutoCloseable {

    private static final int KEPT_WORDS = 8_000;
    private static final int BUFFER = 64 * 1024;
    private static final int LOOK_EVERY_MILLIS = 200;

    /** Reads or writes the pipes; whoever waits here waits for the child. */
    private interface Waiting<T> {
        T done() throws IOException;
    }

    private final Process process;
    private final String name;
    private final Duration patience;
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final Thread listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long waitingSince;
    private volatile boolean gaveUp;

    private Child(Process process, String name, Duration patience) {
        this.process = process;
        this.name = name;
        this.patience = patience;
        this.listener = daemon(this::listen, name + "-stderr");
        daemon(this::watch, name + "-watch");
    }

    /** @param reads whether what it prints is read; otherwise it goes nowhere */
    static Child start(List<String> command, String password, Duration patience, boolean reads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().put("PGPASSWORD", password);
        builder.environment().put("PGCONNECT_TIMEOUT", "10");
        builder.environment().put("PGAPPNAME", "erp-backup");
        builder.environment().put("LC_ALL", "C.UTF-8");
        if (!reads) {
            builder.redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")));
        }
        return new Child(builder.start(), new File(command.get(0)).getName(), patience);
    }

    /** Hands over everything that it prints. */
    void copyTo(OutputStream out) throws IOException {
        InputStream in = process.getInputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = waiting(() -> in.read(buffer)); read >= 0; read = waiting(() -> in.read(buffer))) {
            out.write(buffer, 0, read);
        }
    }

    /** Gives it everything to read. A pipe that it closed early is no failure by itself: its exit code tells. */
    void feed(byte[] first, InputStream rest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        OutputStream out = process.getOutputStream();
        try {
            boolean taken = taken(out, first, first.length);
            for (int read = rest.read(buffer); taken && read >= 0; read = rest.read(buffer)) {
                taken = taken(out, buffer, read);
            }
        } catch (IOException e) {
            // what comes is damaged: it must not take the end of its input for a good end and commit
            end();
            throw e;
        }
    }

    /** @throws IOException when it did not end well, with its own words */
    void requireSuccess() throws IOException {
        process.getOutputStream().close();
        int exit = waiting(() -> {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while " + name + " was at work", e);
            }
        });
        if (gaveUp) {
            throw new IOException(name + " was silent for " + patience + " and was ended: " + complaints());
        } else if (exit != 0) {
            throw new IOException(name + " ended with " + exit + ": " + complaints());
        }
    }

    /** What it said on its way, empty for nothing. */
    String complaints() {
        try {
            listener.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (complaints) {
            return complaints.toString(StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        end();
    }

    private boolean taken(OutputStream out, byte[] bytes, int length) throws IOException {
        try {
            waiting(() -> {
                out.write(bytes, 0, length);
                return null;
            });
            return true;
        } catch (IOException e) {
            if (process.isAlive()) {
                waiting(() -> {
                    out.flush();
                    return null;
                });
            }
            return false;
        }
    }

    private <T> T waiting(Waiting<T> wait) throws IOException {
        waitingSince = System.nanoTime() | 1;
        try {
            return wait.done();
        } finally {
            waitingSince = 0;
        }
    }

    private void watch() {
        try {
            while (!ended.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                long since = waitingSince;
                if (since != 0 && System.nanoTime() - since > patience.toNanos()) {
                    gaveUp = true;
                    end();
                    return;
                }
            }
        } catch (InterruptedException e) {
            end();
        }
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void listen() {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = process.getErrorStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (complaints) {
                    complaints.write(buffer, 0, Math.min(read, KEPT_WORDS - Math.min(KEPT_WORDS, complaints.size())));
                }
            }
        } catch (IOException e) {
            // it was ended: what it said so far is kept
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
