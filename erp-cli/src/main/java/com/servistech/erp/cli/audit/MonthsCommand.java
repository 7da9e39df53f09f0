package com.servistech.erp.cli.audit;

import com.servistech.erp.Erp;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "months",
        mixinStandardHelpOptions = true,
        description = "Prepara las particiones de este mes y de los siguientes (una vez al mes).")
final class MonthsCommand implements Callable<Integer> {

    @Mixin
    private Chain chain;

    @Option(names = "--ahead", defaultValue = "3", description = "cuántos meses siguientes (${DEFAULT-VALUE})")
    private int ahead;

    @Override
    public Integer call() {
        try (Erp erp = chain.open()) {
            List<String> made = erp.inChain(chain.caller()).write(s -> s.audit().prepareMonths(ahead));
            chain.out().println(made.isEmpty() ? "Ya estaban" : String.join(", ", made));
        }
        return 0;
    }
}
