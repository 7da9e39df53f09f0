package com.servistech.erp.cli.jobs;

import com.servistech.erp.Erp;
import com.servistech.erp.JobLoop;
import com.servistech.erp.JobNode;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.jobs.RunView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for a run and works on it in this process, unless a node of the cluster is faster. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Corre una tarea ahora, en este proceso. Termina con 0 solo si quedó completa.")
final class RunCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 500;

    @Mixin
    private Cluster cluster;

    @Parameters(paramLabel = "TAREA", description = "su nombre, como lo muestra \"erp jobs list\"")
    private String job;

    @Override
    public Integer call() throws InterruptedException {
        try (Erp erp = cluster.open()) {
            JobNode node = erp.jobNode(erp.runtime().config().jobs().node(), JobLoop.Pace.STANDARD.lease());
            RunView run = cluster.chain(erp).write(s -> s.jobs().ask(job));
            while (!run.status().over()) {
                RunView asked = run;
                boolean worked = node.work().isPresent();
                run = cluster.chain(erp).read(s -> s.jobs().run(asked.id()));
                if (run.status() == RunStatus.DUE && run.attempt() > 0) {
                    break;
                } else if (!worked) {
                    Thread.sleep(POLL_MILLIS);
                }
            }
            String why = run.error() == null ? run.note() : run.error();
            cluster.out()
                    .printf(
                            "%s %s: %d de %s%s%n",
                            run.job(),
                            run.status(),
                            run.done(),
                            run.total() == null ? "?" : run.total(),
                            why == null ? "" : " (" + why + ")");
            cluster.out().flush();
            return run.status() == RunStatus.COMPLETED ? 0 : 1;
        }
    }
}
