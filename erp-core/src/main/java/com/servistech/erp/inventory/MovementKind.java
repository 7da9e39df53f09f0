package com.servistech.erp.inventory;

/** Why stock came or went. */
public enum MovementKind {
    /** Bought or brought in. */
    RECEIPT,
    /** Somebody put right what was written down, with a reason. */
    ADJUSTMENT,
    /** A count found more or less than was written down. */
    COUNT,
    /** Left on an invoice. */
    SALE,
    /** Went into a device that was handed over, without standing on an invoice yet. */
    USE,
    /** Came back with a credit note. */
    RETURN,
    /** Left for another store. */
    TRANSFER_OUT,
    /** Came from another store. */
    TRANSFER_IN,
    /** Was sent to another store and came back. */
    TRANSFER_BACK
}
