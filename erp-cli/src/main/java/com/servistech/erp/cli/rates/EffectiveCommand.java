package com.servistech.erp.cli.rates;

import com.servistech.erp.money.Currency;
import com.servistech.erp.rates.EffectiveRate;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Page;
import jakarta.json.Json;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "effective",
        mixinStandardHelpOptions = true,
        description = "La tasa que debe usar un documento de un día, y por qué.")
final class EffectiveCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Option(names = "--date", description = "el día del documento (hoy)")
    private LocalDate date;

    @Option(names = "--currency", defaultValue = "USD", description = "USD o EUR (${DEFAULT-VALUE})")
    private Currency currency;

    @Option(names = "--store", description = "el código de una sede, que dice el emisor (la primera)")
    private String store;

    @Override
    public Integer call() {
        EffectiveRate rate = console.read(s -> {
            StoreCard card = s.stores().list(new Page.Request(Page.MAX_LIMIT, null)).items().stream()
                    .filter(found -> store == null || found.code().equals(store))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No hay tal sede: " + store));
            return s.rates().effective(date == null ? s.today() : date, currency, card.issuer());
        });
        console.print(
                Json.createObjectBuilder()
                        .add("id", rate.id().toString())
                        .add("source", rate.source())
                        .add("base", rate.base())
                        .add("quote", rate.quote())
                        .add("rate", RateText.plain(rate.rate()))
                        .add("date", rate.day().toString())
                        .add("due", rate.due().toString())
                        .add("valueDate", rate.valueDate().toString())
                        .add("provisional", rate.provisional())
                        .add("basis", rate.basis())
                        .add("policy", rate.policy().name())
                        .add("reason", rate.reason())
                        .add("reasonEs", rate.reasonEs())
                        .build(),
                "%s Bs por %s%n%s".formatted(RateText.plain(rate.rate()), rate.base(), rate.reasonEs()));
        return 0;
    }
}
