package com.servistech.erp.cli.jobs;

import com.servistech.erp.Erp;
import com.servistech.erp.JobLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description = "Atiende el horario como un nodo más, hasta Ctrl-C.")
final class WorkCommand implements Callable<Integer> {

    @Mixin
    private Cluster cluster;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Erp erp = cluster.open();
        String node = erp.runtime().config().jobs().node();
        JobLoop loop = JobLoop.start(erp, node, JobLoop.Pace.STANDARD, Executors.newCachedThreadPool());
        // Ctrl-C and SIGTERM: the part that is worked on ends first
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            loop.close();
            erp.close();
        }));
        cluster.out().println("Nodo " + node + " (Ctrl-C termina)");
        cluster.out().flush();
        never.await();
        return 0;
    }
}
