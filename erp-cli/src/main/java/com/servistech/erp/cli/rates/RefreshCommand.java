package com.servistech.erp.cli.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.Refresh;
import com.servistech.erp.rates.Refreshed;
import com.servistech.erp.tenancy.SystemCaller;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description =
                "Pide la tasa ahora. Termina con 0 si hay tasa nueva o la misma, con 1 si no se pudo o hay dudas.")
final class RefreshCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Option(names = "--source", defaultValue = "BCV", description = "BCV o BINANCE (${DEFAULT-VALUE})")
    private Refresh.Source source;

    @Override
    public Integer call() {
        Refreshed refreshed;
        try (Erp erp = console.open()) {
            Refresh refresh = Refresh.ask(erp.rateSources(), source);
            refreshed = erp.inChain(SystemCaller.of("cli")).write(refresh::enter);
        }
        JsonArrayBuilder waiting = Json.createArrayBuilder();
        refreshed.waiting().forEach(rate -> waiting.add(RateText.json(rate)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("outcome", refreshed.outcome().name())
                .add("waiting", waiting);
        json = refreshed.reason() == null ? json.add("reason", JsonValue.NULL) : json.add("reason", refreshed.reason());
        json = refreshed.rate() == null
                ? json.add("rate", JsonValue.NULL)
                : json.add("rate", RateText.json(refreshed.rate()));
        console.print(json.build(), words(refreshed));
        return switch (refreshed.outcome()) {
            case PUBLISHED, UNCHANGED -> 0;
            case REJECTED, UNAVAILABLE -> 1;
        };
    }

    private static String words(Refreshed refreshed) {
        String outcome = switch (refreshed.outcome()) {
            case PUBLISHED -> "Publicada.";
            case UNCHANGED -> "Sin cambios.";
            case REJECTED -> "No aceptada: sigue la anterior.";
            case UNAVAILABLE -> "La fuente no responde: sigue la anterior.";
        };
        String why = refreshed.reason() == null ? "" : " (" + refreshed.reason() + ")";
        String rate = refreshed.rate() == null ? "" : "\n" + RateText.line(refreshed.rate());
        return outcome + why + rate;
    }
}
