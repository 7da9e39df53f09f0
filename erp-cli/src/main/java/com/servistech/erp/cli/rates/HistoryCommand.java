package com.servistech.erp.cli.rates;

import com.servistech.erp.rates.RateQuery;
import com.servistech.erp.rates.RateView;
import com.servistech.erp.tenancy.Page;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lo observado, lo más nuevo primero: también lo dudoso, lo rechazado y lo corregido.")
final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Option(names = "--source", description = "una fuente")
    private String source;

    @Option(names = "--currency", description = "una moneda")
    private String currency;

    @Option(names = "--state", description = "ACCEPTED, SUSPECT, REJECTED, PROVISIONAL o WITNESS")
    private String state;

    @Option(names = "--from", description = "desde esta fecha valor")
    private LocalDate from;

    @Option(names = "--to", description = "hasta esta fecha valor")
    private LocalDate to;

    @Option(names = "--limit", defaultValue = "20", description = "1 a 100 (${DEFAULT-VALUE})")
    private int limit;

    @Override
    public Integer call() {
        RateQuery query = new RateQuery(source, currency, state, from, to, new Page.Request(limit, null));
        List<RateView> rates = console.read(s -> s.rates().list(query)).items();
        JsonArrayBuilder items = Json.createArrayBuilder();
        rates.forEach(rate -> items.add(RateText.json(rate)));
        console.print(
                Json.createObjectBuilder().add("items", items).build(),
                rates.isEmpty()
                        ? "Nada observado."
                        : rates.stream()
                                .map(rate -> rate.id() + "  " + RateText.line(rate))
                                .collect(Collectors.joining("\n")));
        return 0;
    }
}
