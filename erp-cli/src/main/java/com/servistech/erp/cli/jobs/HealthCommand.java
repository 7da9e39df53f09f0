package com.servistech.erp.cli.jobs;

import com.servistech.erp.Erp;
import com.servistech.erp.health.HealthReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The health report, taken now and kept like the one of the morning. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Reporte de salud, ahora. Termina con 0 solo si todo está bien.")
public final class HealthCommand implements Callable<Integer> {

    @Mixin
    private Cluster cluster;

    @Override
    public Integer call() {
        HealthReport report;
        try (Erp erp = cluster.open()) {
            report = cluster.chain(erp).write(s -> s.health().report());
        }
        cluster.out().println(report.words());
        report.slowestQueries().forEach(query -> cluster.out().println("  " + query));
        cluster.out().flush();
        return report.healthy() ? 0 : 1;
    }
}
