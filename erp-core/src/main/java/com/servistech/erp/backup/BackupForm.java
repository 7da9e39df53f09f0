package com.servistech.erp.backup;

/** How the data is written. */
public enum BackupForm {
    /** SQL text, compressed with gzip: restored by {@code gunzip} and {@code psql} alone. */
    PLAIN(".sql.gz"),
    /** pg_dump's directory, already compressed, as one tar: dumped and restored by several processes at once. */
    DIRECTORY(".tar");

    private final String suffix;

    BackupForm(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
