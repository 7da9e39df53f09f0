package com.servistech.erp.files;

import com.servistech.erp.error.Unavailable;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The store's files, over one open work. */
public final class Files {

    /** Bytes of a file at most. */
    public static final int LARGEST = 5 << 20;

    private final Work work;
    private final FileStore store;
    private final FileBook book;

    public Files(Work work, FileStore store) {
        this.work = work;
        this.store = store;
        this.book = new FileBook(work);
    }

    /** @see StoreFile */
    public StoredFile store(byte[] bytes) {
        return book.get(new StoreFile(work, store).store(bytes));
    }

    /**
     * As it was handed in.
     *
     * @throws Unavailable {@code files.damaged} when the bytes are not those that were stored
     */
    public FileContent content(UUID id) {
        work.require(Permission.FILES_READ);
        return shown(id);
    }

    /**
     * The same for an act that has made sure itself that the caller may see it: who is charged may see why, for example.
     *
     * @throws Unavailable {@code files.damaged}
     */
    public FileContent shown(UUID id) {
        StoredFile file = book.get(id);
        byte[] bytes = store.read(work.store(), id);
        if (!StoreFile.sha256(bytes).equals(file.sha256())) {
            throw new Unavailable("files.damaged", "This file is not what was stored: look into the backup");
        }
        return new FileContent(file, bytes);
    }
}
