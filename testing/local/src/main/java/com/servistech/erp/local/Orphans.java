package com.servistech.erp.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Servers that outlived the JVM which started them. They are known by their program file, which every home has for
 * itself: unlike a number in a pid file it cannot mean a stranger's process.
 */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 20;

    private final Path directory;

    private Orphans(Path directory) {
        this.directory = directory;
    }

    /** All live processes whose program lies below {@code directory}. */
    static Orphans under(Path directory) {
        return new Orphans(directory);
    }

    boolean have(long pid) {
        return processes().stream().anyMatch(process -> process.pid() == pid);
    }

    /** Whether none is left, waiting for that a while. */
    boolean haveEnded(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        // looked up anew each time: a dead process that nobody has reaped stays "alive" but has no program any more
        while (!processes().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Ends them, first politely, then by force. */
    void end() {
        processes().forEach(ProcessHandle::destroy);
        if (haveEnded(PATIENCE)) {
            return;
        }
        processes().forEach(ProcessHandle::destroyForcibly);
        if (!haveEnded(PATIENCE)) {
            throw new LocalStackException("old server processes do not end: "
                    + processes().stream().map(ProcessHandle::pid).toList());
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(directory))
                        .isPresent())
                .toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while an old server was stopping", e);
        }
    }
}
