package com.servistech.erp.health;

import java.time.Instant;
import java.util.Optional;

/** What the database does not know: the machine, and the backups that lie elsewhere. */
public interface OutsideFacts {

    /** Free space where this process keeps its files, in bytes; empty where it cannot be told. */
    Optional<Long> diskFree();

    /** When the newest backup was taken that was proven to restore; empty while none was. */
    Optional<Instant> provenBackup();
}
