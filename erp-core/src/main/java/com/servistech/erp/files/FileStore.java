package com.servistech.erp.files;

import com.servistech.erp.tenancy.StoreId;
import java.util.UUID;

/**
 * Where the bytes of files lie. Written before the row that names them: what a failed transaction leaves behind is found
 * by nobody.
 */
public interface FileStore {

    /** @throws com.servistech.erp.error.Unavailable {@code files.unavailable} when it cannot be written; nothing is there then */
    void write(StoreId store, UUID id, byte[] bytes);

    /** @throws com.servistech.erp.error.Unavailable {@code files.unavailable} when it cannot be read */
    byte[] read(StoreId store, UUID id);
}
