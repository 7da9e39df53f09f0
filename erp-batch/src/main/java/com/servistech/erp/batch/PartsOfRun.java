package com.servistech.erp.batch;

import com.servistech.erp.jobs.RunView;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The step of {@code run.xml}: the parts of a run that this server holds, each in a transaction of the core's own. A part
 * asks the world outside first and may take hours, and one that fails is written down while the others are done; neither
 * fits into the transaction of a chunk.
 */
@Named
@Dependent
public class PartsOfRun implements Batchlet {

    /** Exit statuses beside the names of {@link com.servistech.erp.jobs.RunStatus}; {@code run.xml} knows them. */
    private static final String GOES_ON_ELSEWHERE = "GOES_ON_ELSEWHERE";

    private static final String FAILED = "FAILED";

    @Inject
    private BatchContainer container;

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String fence;

    /** @return how the run ended; one that is tried again later has failed here, and gets an execution of its own */
    @Override
    public String process() {
        Ticket ticket = container.ticket(run, fence);
        if (ticket == null || !ticket.take()) {
            // an old execution that somebody started again, or one that came too late
            return FAILED;
        }
        return ticket.carryOut(job.getExecutionId()).map(PartsOfRun::exit).orElse(GOES_ON_ELSEWHERE);
    }

    private static String exit(RunView ended) {
        return ended.status().over() ? ended.status().name() : FAILED;
    }

    /** Asked from outside of the jobs: the run ends after the part that it is at, and is taken by the next node. */
    @Override
    public void stop() {
        Ticket ticket = container.ticket(run, fence);
        if (ticket != null) {
            ticket.work().stop();
        }
    }
}
