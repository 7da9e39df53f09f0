package com.servistech.erp.backup;

import com.servistech.erp.files.FileStore;
import java.util.List;

/**
 * What backups are made with.
 *
 * @param restore null where nothing can be restored
 * @param files where uploaded files lie
 * @param shelves the stores, those of this computer first
 */
public record BackupPorts(
        DatabaseDump dump, DatabaseRestore restore, FileStore files, List<Shelf> shelves, Sealing sealing)
        implements AutoCloseable {

    public BackupPorts {
        shelves = List.copyOf(shelves);
    }

    @Override
    public void close() {
        shelves.forEach(shelf -> shelf.store().close());
    }
}
