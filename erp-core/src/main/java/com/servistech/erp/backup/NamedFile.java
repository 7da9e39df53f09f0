package com.servistech.erp.backup;

import com.servistech.erp.tenancy.StoreId;
import java.util.UUID;

/**
 * An uploaded file as the database names it; its bytes lie in the file store.
 *
 * @param sha256 of the bytes, in hexadecimal
 */
public record NamedFile(StoreId store, UUID id, String sha256) {

    /** As messages and archives name it. */
    String path() {
        return store + "/" + id;
    }
}
