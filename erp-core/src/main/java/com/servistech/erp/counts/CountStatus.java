package com.servistech.erp.counts;

/** How far a count is. */
public enum CountStatus {
    /** Parts are being counted. */
    OPEN,
    /** The differences are above the limit: somebody else looks at them. */
    AWAITING_APPROVAL,
    /** The differences were put right. */
    CLOSED,
    /** Thrown away: nothing was put right. */
    DISCARDED
}
