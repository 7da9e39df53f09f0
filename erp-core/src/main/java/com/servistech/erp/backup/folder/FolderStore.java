package com.servistech.erp.backup.folder;

import com.servistech.erp.backup.BackupStore;
import com.servistech.erp.backup.StorageClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Objects are files; one in the making has another name and is forced to the disk before it gets its own. */
public final class FolderStore implements BackupStore {

    private static final String IN_THE_MAKING = ".part";

    private final Path root;

    public FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public boolean remote() {
        return false;
    }

    @Override
    public Upload begin(String key, StorageClass storageClass) throws IOException {
        Path file = path(key);
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new FileUpload(file);
        } catch (IOException e) {
            throw new IOException("cannot write into " + root + ": " + e, e);
        }
    }

    @Override
    public List<Stored> list(String prefix) throws IOException {
        Path folder = path(prefix.substring(0, prefix.lastIndexOf('/')));
        List<Stored> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String key = root.relativize(file).toString().replace('\\', '/');
                if (!key.endsWith(IN_THE_MAKING)) {
                    found.add(new Stored(
                            key,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        return found;
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Path file = path(key);
        Files.deleteIfExists(file);
        try {
            Files.deleteIfExists(file.getParent());
        } catch (DirectoryNotEmptyException e) {
            // others are still there
        } catch (NoSuchFileException e) {
            // it never was
        }
    }

    @Override
    public void sweep(Duration olderThan, Instant now) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(IN_THE_MAKING))
                    .toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(olderThan))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path path(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("a key outside of the folder");
        }
        return path;
    }

    private static final class FileUpload extends Upload {

        private final Path file;
        private final Path draft;
        private final FileChannel channel;
        private final java.io.OutputStream out;
        private boolean committed;

        FileUpload(Path file) throws IOException {
            this.file = file;
            this.draft = file.resolveSibling(file.getFileName() + IN_THE_MAKING);
            Files.deleteIfExists(draft);
            this.channel = FileChannel.open(
                    draft,
                    java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int oneByte) throws IOException {
            out.write(oneByte);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void commit() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            committed = true;
        }

        @Override
        public void close() throws IOException {
            if (!committed) {
                channel.close();
                Files.deleteIfExists(draft);
            }
        }
    }
}
