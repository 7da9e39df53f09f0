package com.servistech.erp.backup;

/** What a backup is worth. */
public enum BackupState {
    RUNNING,
    /** Published, and not restored by anybody yet. */
    COMPLETED,
    /** Restored into a scratch database and found the same. */
    PROVEN,
    /** Kept, and not to be relied on: it lost much compared with the one before, or its proof failed. */
    SUSPECT,
    FAILED
}
