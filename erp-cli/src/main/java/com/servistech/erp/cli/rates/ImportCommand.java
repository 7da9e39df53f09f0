package com.servistech.erp.cli.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.rates.ImportReport;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Rejected;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.RateTables;
import com.servistech.erp.tenancy.SystemCaller;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Importa las tablas del BCV (2_1_2*.xls): llena lo que falta, confirma lo que está y aparta lo dudoso."
                        + " Sin archivos las busca en el índice del banco.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(paramLabel = "ARCHIVO", description = "tablas ya guardadas")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--from", defaultValue = "2021-10-04", description = "desde esta fecha valor (${DEFAULT-VALUE})")
    private LocalDate from;

    @Option(
            names = "--tables",
            defaultValue = "2",
            description = "cuántas tablas del índice, la más nueva primero" + " (${DEFAULT-VALUE})")
    private int tables;

    private final JsonArrayBuilder reports = Json.createArrayBuilder();
    private final List<String> lines = new ArrayList<>();
    private boolean complete = true;

    @Override
    public Integer call() throws IOException {
        try (Erp erp = console.open()) {
            if (files.isEmpty()) {
                fromTheBank(erp);
            }
            for (Path file : files) {
                enter(
                        erp,
                        file.toString(),
                        erp.rateSources().tables().saved(file.toString(), Files.readAllBytes(file)));
            }
        }
        console.print(Json.createObjectBuilder().add("files", reports).build(), String.join("\n", lines));
        return complete ? 0 : 1;
    }

    private void fromTheBank(Erp erp) {
        Fetched<List<URI>> links = erp.rateSources().tables().links(tables);
        if (links instanceof Read<List<URI>> read) {
            read.value()
                    .forEach(link -> enter(
                            erp, link.toString(), erp.rateSources().tables().fetch(link)));
        } else {
            failed("índice", reason(links));
        }
    }

    private void enter(Erp erp, String name, Fetched<RateTables> fetched) {
        if (!(fetched instanceof Read<RateTables> read)) {
            failed(name, reason(fetched));
            return;
        }
        ImportReport report =
                erp.inChain(SystemCaller.of("cli")).write(s -> s.rates().enter(read, from));
        complete &= report.held().isEmpty();
        JsonArrayBuilder published = Json.createArrayBuilder();
        report.published().forEach(day -> published.add(day.toString()));
        reports.add(Json.createObjectBuilder()
                .add("file", name)
                .add("published", published)
                .add("unchanged", report.unchanged())
                .add("held", RateText.array(report.held()))
                .add("quarantined", RateText.array(report.quarantined())));
        lines.add("%s: %d fechas valor nuevas, %d ya estaban, %d en duda, %d filas apartadas"
                .formatted(
                        name,
                        report.published().size(),
                        report.unchanged(),
                        report.held().size(),
                        report.quarantined().size()));
        report.held().forEach(held -> lines.add("  en duda: " + held));
        report.quarantined().forEach(row -> lines.add("  apartada: " + row));
    }

    private void failed(String name, String reason) {
        complete = false;
        reports.add(Json.createObjectBuilder().add("file", name).add("error", reason));
        lines.add(name + ": " + reason);
    }

    private static String reason(Fetched<?> fetched) {
        return fetched instanceof Unavailable<?> none ? none.reason() : ((Rejected<?>) fetched).reason();
    }
}
