package com.servistech.erp.files;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;
import java.util.UUID;

/** What files the store has, without their bytes: for features that refer to one. */
public final class FileBook {

    private final Work work;

    public FileBook(Work work) {
        this.work = work;
    }

    public Optional<StoredFile> find(UUID id) {
        return work.sql()
                .first(
                        row -> new StoredFile(
                                row.uuid("id"),
                                row.text("media_type"),
                                row.integer("size"),
                                row.text("sha256"),
                                row.uuid("stored_by"),
                                row.instant("stored_at")),
                        "select * from erp.files where store_id = ? and id = ?",
                        work.store(),
                        id);
    }

    /** @throws NotFound {@code files.not-found} */
    StoredFile get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("files.not-found", "There is no such file"));
    }
}
