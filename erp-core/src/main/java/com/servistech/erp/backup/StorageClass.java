package com.servistech.erp.backup;

/** How readily a store must give back what it keeps. */
public enum StorageClass {
    STANDARD,
    /** Cheap to keep, dear to read, readable at once all the same. */
    ARCHIVE
}
