package com.servistech.erp.cli.rates;

import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.RateView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "current", mixinStandardHelpOptions = true, description = "La tasa que rige hoy.")
final class CurrentCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Option(names = "--source", defaultValue = "BCV", description = "BCV, BINANCE o MANUAL (${DEFAULT-VALUE})")
    private String source;

    @Option(names = "--currency", description = "USD, EUR, CNY...; para BINANCE, USDT")
    private String currency;

    @Override
    public Integer call() {
        String base = currency != null ? currency : source.equals("BINANCE") ? "USDT" : "USD";
        RateView rate = console.read(s -> s.rates().current(source, new Quoted(base)));
        console.print(RateText.json(rate).build(), RateText.line(rate));
        return 0;
    }
}
