package com.servistech.erp.files.folder;

import com.servistech.erp.error.Unavailable;
import com.servistech.erp.files.FileStore;
import com.servistech.erp.tenancy.StoreId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A folder for each store, a file for each id. A file is there whole or not at all, also after a power cut. */
public final class FolderFiles implements FileStore {

    private final Path root;

    /** @param root made when the first file comes */
    public FolderFiles(Path root) {
        this.root = root;
    }

    @Override
    public void write(StoreId store, UUID id, byte[] bytes) {
        Path target = path(store, id);
        Path part = target.resolveSibling(id + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Unavailable("files.unavailable", "Files cannot be stored now", e);
        }
    }

    @Override
    public byte[] read(StoreId store, UUID id) {
        try {
            return Files.readAllBytes(path(store, id));
        } catch (IOException e) {
            throw new Unavailable("files.unavailable", "This file cannot be read now", e);
        }
    }

    private Path path(StoreId store, UUID id) {
        return root.resolve(store.value().toString()).resolve(id.toString());
    }
}
