package com.servistech.erp.jobs;

/** Where a run stands. */
public enum RunStatus {
    /** Waits for a node: its minute has come, or somebody asked for it, or it is tried again. */
    DUE,
    RUNNING,
    COMPLETED,
    /** Some part could not be done, at the last attempt; the other parts are. */
    FAILED,
    CANCELLED,
    /** Nobody was there at its minute, and its policy does not make up for it. */
    MISSED,
    /** An earlier run was not over. */
    SKIPPED;

    public boolean over() {
        return this != DUE && this != RUNNING;
    }
}
