package com.servistech.erp.cli.jobs;

import com.servistech.erp.Erp;
import com.servistech.erp.jobs.JobView;
import com.servistech.erp.jobs.RunView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Todas las tareas con su horario, su próxima corrida y la última.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private Cluster cluster;

    @Override
    public Integer call() {
        try (Erp erp = cluster.open()) {
            cluster.chain(erp).read(s -> s.jobs().list()).forEach(this::print);
        }
        cluster.out().flush();
        return 0;
    }

    private void print(JobView job) {
        String times = job.schedules().isEmpty() ? "solo a pedido" : String.join(" | ", job.schedules());
        String next =
                job.runnable() ? job.nextRun() == null ? "-" : job.nextRun().toString() : "no disponible aquí";
        cluster.out().printf("%-16s %-46s %-22s %s%n", job.name(), times, next, last(job.lastRun()));
    }

    private static String last(RunView run) {
        if (run == null) {
            return "sin corridas";
        }
        String why = run.error() == null ? run.note() == null ? "" : ": " + run.note() : ": " + run.error();
        return run.status() + " " + run.startedAt() + why;
    }
}
