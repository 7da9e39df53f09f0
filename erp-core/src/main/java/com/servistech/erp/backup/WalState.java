package com.servistech.erp.backup;

/** Whether PostgreSQL archives its WAL continuously, which is what makes point-in-time recovery possible. */
public enum WalState {
    /** Not switched on, or not ours to see: a managed PostgreSQL has its provider's way. */
    OFF,
    /** Switched on, and nothing was archived since the server's statistics began. */
    SILENT,
    WORKING,
    /** The newest attempt failed. PostgreSQL keeps what waits, and tries again. */
    FAILING
}
