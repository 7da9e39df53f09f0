package com.servistech.erp.audit;

import com.servistech.erp.tenancy.StoreId;

/**
 * What does not fit, and where.
 *
 * @param position in the store's chain; null where no link is concerned
 * @param entry the id of the audit entry; null where it is about a link
 */
public record Finding(StoreId store, Long position, String entry, Kind kind, String explanation) {

    /** What is wrong. */
    public enum Kind {
        /** An entry is not what it was when its transaction committed. */
        ENTRY_CHANGED,
        /** An entry of the transaction is gone. */
        ENTRY_MISSING,
        /** An entry that no transaction of the chain wrote. */
        ENTRY_FORGED,
        /** Links between two others are gone. */
        LINK_MISSING,
        /** A link is not what it was. */
        LINK_CHANGED,
        /** A link does not continue the one before it. */
        LINK_DETACHED,
        /** The head is not the newest link. */
        HEAD_MOVED,
        /** A seal kept in the database is not what it was. */
        SEAL_CHANGED,
        /** A row of the business is not what the record says of it. */
        ROW_CHANGED,
        /** A row that the record knows is gone. */
        ROW_MISSING,
        /** A row that nothing on record brought there. */
        ROW_UNKNOWN,
        /** The chain is whole but older than the anchor: cut off, or restored from a backup made before. */
        ENDS_BEFORE_ANCHOR,
        /** The chain holds, but went another way than the one that was anchored. */
        DIFFERS_FROM_ANCHOR;

        /** Whether it can only come from changing the record; otherwise an older backup explains it as well. */
        public boolean tampering() {
            return this != ENDS_BEFORE_ANCHOR && this != DIFFERS_FROM_ANCHOR;
        }
    }

    static Finding link(StoreId store, long position, Kind kind, String explanation) {
        return new Finding(store, position, null, kind, explanation);
    }

    static Finding entry(StoreId store, Long position, long ordinal, Kind kind, String explanation) {
        return new Finding(store, position, Long.toString(ordinal), kind, explanation);
    }
}
