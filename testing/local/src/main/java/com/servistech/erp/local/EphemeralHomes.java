package com.servistech.erp.local;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The homes of tests, all below one private directory so that what a killed JVM left behind can be cleared away. */
final class EphemeralHomes {

    private static final Logger LOG = System.getLogger(EphemeralHomes.class.getName());

    private EphemeralHomes() {}

    static Home claim() {
        return claim(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** One at a time in this JVM (the monitor) and on this computer (the lock): a home in the making is not swept. */
    static synchronized Home claim(Path temporary) {
        try {
            Path parent = parent(temporary);
            try (FileChannel gate = gate(parent);
                    FileLock held = gate.lock()) {
                LOG.log(Level.DEBUG, "holding {0}", held);
                sweep(parent);
                return Home.claimTemporary(Files.createTempDirectory(parent, "home-", PrivateFiles.DIRECTORY));
            }
        } catch (IOException e) {
            throw new LocalStackException("cannot make a temporary home in " + temporary + ": " + e, e);
        }
    }

    /** A name that others can guess: it is only used if it belongs to the user who runs this. */
    private static Path parent(Path temporary) throws IOException {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
        Path parent = temporary.toRealPath().resolve("erp-local-" + user);
        PrivateFiles.createDirectories(parent);
        Path probe = Files.createTempFile(temporary, "erp-local-", ".probe");
        try {
            if (!Files.getOwner(parent, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))) {
                throw new LocalStackException(parent + " belongs to another user; remove it or set java.io.tmpdir");
            }
        } finally {
            Files.delete(probe);
        }
        return parent;
    }

    private static FileChannel gate(Path parent) throws IOException {
        return FileChannel.open(
                parent.resolve("gate"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.FILE);
    }

    private static void sweep(Path parent) throws IOException {
        List<Path> homes;
        try (Stream<Path> entries = Files.list(parent)) {
            homes = entries.filter(Files::isDirectory).toList();
        }
        for (Path path : homes) {
            Home.claimAbandoned(path).ifPresent(EphemeralHomes::clear);
        }
    }

    private static void clear(Home abandoned) {
        LOG.log(Level.INFO, "clearing away {0}, left behind by a killed program", abandoned.path());
        try {
            Orphans.under(abandoned.path()).end();
            abandoned.release();
        } catch (LocalStackException e) {
            LOG.log(Level.WARNING, "could not clear away " + abandoned.path(), e);
        }
    }
}
