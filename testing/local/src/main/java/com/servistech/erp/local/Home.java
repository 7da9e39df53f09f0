package com.servistech.erp.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The home directory of a stack, held by a file lock that the system frees by itself when the JVM dies. */
final class Home {

    /**
     * POSIX frees a process's lock on a file as soon as the process closes any handle of it, so a second attempt from
     * this JVM must be refused before it opens the file.
     */
    private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;
    private final boolean deletedOnRelease;

    private Home(Path path, FileChannel lock, boolean deletedOnRelease) {
        this.path = path;
        this.lock = lock;
        this.deletedOnRelease = deletedOnRelease;
    }

    /** Makes the directory if need be. */
    static Home claim(Path directory) {
        try {
            PrivateFiles.createDirectories(directory);
            return claim(directory.toRealPath(), false, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** A fresh directory for tests. */
    static Home claimTemporary(Path directory) throws IOException {
        return claim(directory, true, StandardOpenOption.CREATE_NEW);
    }

    /** Somebody's temporary home, if it is still there and nobody holds it. */
    static Optional<Home> claimAbandoned(Path directory) {
        try {
            return Optional.of(claim(directory, true, StandardOpenOption.READ));
        } catch (LocalStackException | IOException e) {
            return Optional.empty();
        }
    }

    private static Home claim(Path path, boolean deletedOnRelease, StandardOpenOption creation) throws IOException {
        if (!CLAIMED_HERE.add(path)) {
            throw inUse(path, "this same program");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path.resolve(LOCK),
                    EnumSet.of(creation, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PrivateFiles.FILE);
            if (channel.tryLock() == null) {
                throw inUse(path, "process " + read(channel));
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new Home(path, channel, deletedOnRelease);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            CLAIMED_HERE.remove(path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    boolean isDeletedOnRelease() {
        return deletedOnRelease;
    }

    void release() {
        try (lock) {
            if (deletedOnRelease) {
                delete();
            }
        } catch (IOException e) {
            throw new LocalStackException("cannot clear away " + path + ": " + e, e);
        } finally {
            CLAIMED_HERE.remove(path);
        }
    }

    /** The lock goes last, so that somebody else can finish what a killed program began. */
    private void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> all = Files.list(path)) {
            entries = all.filter(entry -> !entry.endsWith(LOCK)).toList();
        }
        for (Path entry : entries) {
            PrivateFiles.deleteTree(entry);
        }
        PrivateFiles.deleteTree(path);
    }

    private static LocalStackException unusable(Path directory, IOException cause) {
        return new LocalStackException("cannot use " + directory + " as home: " + cause, cause);
    }

    private static LocalStackException inUse(Path path, String owner) {
        return new LocalStackException("the local stack in " + path + " is already running in " + owner
                + "; stop that one first or choose another home directory");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    }
}
