package com.servistech.erp.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a store.
 *
 * @param mediaType found in its bytes
 * @param size in bytes
 */
public record StoredFile(UUID id, String mediaType, int size, String sha256, UUID storedBy, Instant storedAt) {

    /** The name under which it is handed out: the id with what it is. */
    public String name() {
        return id + "." + FileType.ofMediaType(mediaType).extension();
    }
}
