package com.servistech.erp.batch;

import com.servistech.erp.Erp;
import com.servistech.erp.JobLoop;
import com.servistech.erp.JobsConfig;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/**
 * Makes this server a node that plans, works and relays, where its role says so. The loops have threads of their own:
 * they are few and stay, and take none from those that answer requests.
 */
@ApplicationScoped
public class ServerNode {

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Erp erp;

    @Inject
    private BatchContainer container;

    private JobLoop loop;

    void start(@Observes Startup startup) {
        JobsConfig jobs = erp.runtime().config().jobs();
        if (jobs.works()) {
            loop = JobLoop.start(erp, jobs.node(), JobLoop.Pace.STANDARD, threads, container::carryOut);
        }
    }

    /** While the data source is still there: what is worked on ends at its part, and goes on elsewhere. */
    void stop(@Observes Shutdown shutdown) {
        if (loop != null) {
            loop.close();
        }
    }
}
