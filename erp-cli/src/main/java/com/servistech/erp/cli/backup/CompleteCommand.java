package com.servistech.erp.cli.backup;

import com.servistech.erp.backup.CompleteStores;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "complete",
        mixinStandardHelpOptions = true,
        description = {
            "Copia a cada depósito los respaldos que le faltan porque no estaba disponible. La limpieza de cada noche",
            "lo hace sola. Termina con 1 si algo no se pudo copiar."
        })
final class CompleteCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            CompleteStores.Report report = archive.complete(deposit.caller());
            report.copied().forEach(copy -> deposit.say("%s: de %s a %s", copy.id(), copy.from(), copy.to()));
            report.failures().forEach(failure -> deposit.say("NO SE PUDO: %s", failure));
            return report.failures().isEmpty() ? 0 : 1;
        });
    }
}
