package com.servistech.erp.transfers;

/** How far a transfer is. */
public enum TransferStatus {
    /** Somebody asked for parts; nothing left a shelf. The sending store decides. */
    REQUESTED,
    /** On the way. The receiving store decides. */
    SENT,
    /** Arrived, wholly or in part; what did not arrive went back or is written off. */
    RECEIVED,
    /** Called off; what was on the way went back. */
    CANCELLED
}
