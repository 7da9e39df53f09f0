package com.servistech.erp.batch;

import com.servistech.erp.RunAtWork;
import com.servistech.erp.jobs.HeldRun;
import com.servistech.erp.jobs.RunView;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The server's Jakarta Batch container as the host of runs: each run that this node holds is one execution there. The
 * container has no say in what runs: it begins what it is given, and its records are for people.
 */
@ApplicationScoped
public class BatchContainer {

    static final String JOB = "run";

    private static final System.Logger LOG = System.getLogger(BatchContainer.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Set<BatchStatus> OVER =
            Set.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    private final Map<String, Ticket> open = new ConcurrentHashMap<>();

    /**
     * Has the run carried out and waits for it. A container that is out of order stops no job: the run is then worked on
     * in this thread.
     *
     * @return as {@link RunAtWork#toItsEnd()}
     */
    public Optional<RunView> carryOut(RunAtWork work) {
        HeldRun run = work.run();
        String key = key(run.id().toString(), Integer.toString(run.fence()));
        Ticket ticket = new Ticket(work);
        open.put(key, ticket);
        try {
            if (isBegun(ticket, run)) {
                return ticket.outcome();
            }
        } finally {
            open.remove(key);
        }
        return work.toItsEnd();
    }

    private static boolean isBegun(Ticket ticket, HeldRun run) {
        try {
            long execution = started(run);
            while (!ticket.awaitTaken(LOOK)) {
                if (OVER.contains(operator().getJobExecution(execution).getBatchStatus())) {
                    throw new IllegalStateException("execution " + execution + " ended before it began");
                }
            }
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, run.requestId() + ": carried out without the batch container", e);
            return !ticket.take();
        }
    }

    /** @return null when no such run waits here, as when somebody starts an old execution again */
    Ticket ticket(String run, String fence) {
        return open.get(key(run, fence));
    }

    private static long started(HeldRun run) {
        Properties parameters = new Properties();
        parameters.setProperty("job", run.job());
        parameters.setProperty("run", run.id().toString());
        parameters.setProperty("fence", Integer.toString(run.fence()));
        parameters.setProperty("requestId", run.requestId());
        return operator().start(JOB, parameters);
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    private static String key(String run, String fence) {
        return run + "/" + fence;
    }
}
