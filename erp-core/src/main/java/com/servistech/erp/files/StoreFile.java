package com.servistech.erp.files;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Keeps a picture or a scan, if it is one and not too large. */
final class StoreFile {

    private final Work work;
    private final FileStore store;

    StoreFile(Work work, FileStore store) {
        this.work = work;
        this.store = store;
    }

    /** @throws Invalid {@code files.type}, {@code files.size} */
    UUID store(byte[] bytes) {
        work.require(Permission.FILES_STORE);
        if (bytes.length > Files.LARGEST) {
            throw Invalid.at("", "files.size", "At most %d MiB".formatted(Files.LARGEST >> 20));
        }
        FileType type = FileType.of(bytes)
                .orElseThrow(() -> Invalid.at("", "files.type", "A JPEG, PNG or WebP picture, or a PDF"));
        UUID id = work.newId();
        store.write(work.store(), id, bytes);
        work.sql()
                .update(
                        "insert into erp.files (store_id, id, media_type, size, sha256, stored_by, stored_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        type.mediaType(),
                        bytes.length,
                        sha256(bytes),
                        work.userId(),
                        work.now());
        return id;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
