package com.servistech.erp.jobs;

/** What a fire does while an earlier run of the same job is not over. */
public enum Overlap {
    /** It is written down as skipped. */
    SKIP,
    /** It waits for its turn. */
    WAIT
}
