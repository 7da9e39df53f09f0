package com.servistech.erp.inventory;

/** Why stock came or went. */
public enum MovementKind {
    /** Bought or brought in. */
    RECEIPT,
    /** A count found more or less than was written down. */
    ADJUSTMENT,
    /** Left on an invoice. */
    SALE,
    /** Went into a device that was handed over, without standing on an invoice yet. */
    USE,
    /** Came back with a credit note. */
    RETURN,
    TRANSFER_OUT,
    TRANSFER_IN
}
