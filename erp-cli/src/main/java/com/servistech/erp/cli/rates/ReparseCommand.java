package com.servistech.erp.cli.rates;

import com.servistech.erp.rates.ReparseReport;
import jakarta.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reparse",
        mixinStandardHelpOptions = true,
        description = "Lee de nuevo toda la evidencia guardada y prueba que da las tasas guardadas. No cambia nada."
                + " Termina con 1 si algo no coincide.")
final class ReparseCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        ReparseReport report = console.read(s -> s.rates().reparse());
        String problems = report.problems().isEmpty() ? "" : "\n  " + String.join("\n  ", report.problems());
        console.print(
                Json.createObjectBuilder()
                        .add("bodies", report.bodies())
                        .add("proved", report.proved())
                        .add("problems", RateText.array(report.problems()))
                        .build(),
                "%d documentos leídos, %d tasas probadas, %d problemas%s"
                        .formatted(
                                report.bodies(),
                                report.proved(),
                                report.problems().size(),
                                problems));
        return report.problems().isEmpty() ? 0 : 1;
    }
}
