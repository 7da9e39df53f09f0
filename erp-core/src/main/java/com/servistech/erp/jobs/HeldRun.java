package com.servistech.erp.jobs;

import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run that a node holds.
 *
 * @param fireAt the minute that it is for, however late it runs
 * @param fence the number of this lease: an older one writes nothing
 * @param attempt 1 the first time
 */
public record HeldRun(UUID id, String job, Instant fireAt, int fence, int attempt, String requestId) {

    /** The business day that it is for. */
    public LocalDate day() {
        return LocalDate.ofInstant(fireAt, Work.CARACAS);
    }
}
