package com.servistech.erp.jobs;

import java.time.Instant;

/**
 * What a person must be told about a job.
 *
 * @param fireAt the minute of the run that it is about
 */
public record Alert(String job, Instant fireAt, Kind kind, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** Its minute has passed, and it was not even written down: nothing plans. */
        UNPLANNED,
        /** Nobody was there at its minute, and it is not made up for. */
        MISSED,
        /** It waits for longer than it should: nobody works. */
        WAITING,
        /** The node that works on it is silent, and nobody goes on with it. */
        SILENT,
        /** It takes longer than it may. */
        OVERDUE,
        /** It could not be done. */
        FAILED
    }
}
