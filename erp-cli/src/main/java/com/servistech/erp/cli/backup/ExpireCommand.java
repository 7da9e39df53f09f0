package com.servistech.erp.cli.backup;

import com.servistech.erp.backup.ExpireBackups;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "expire",
        mixinStandardHelpOptions = true,
        description = {
            "Elimina los respaldos vencidos. Nunca el último comprobado, ni los fijados, ni lo que no es nuestro;",
            "y ninguno mientras los respaldos fallen. Termina con 1 si algo no se pudo eliminar."
        })
final class ExpireCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Option(names = "--dry-run", description = "solo dice qué eliminaría")
    private boolean dryRun;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            boolean all = true;
            for (ExpireBackups.Report report : archive.expire(deposit.caller(), dryRun)) {
                deposit.say("%s:", report.store());
                report.plan().frozen().ifPresent(why -> deposit.say("  no se elimina nada: %s", why));
                report.removed().forEach(id -> deposit.say("  %s %s", dryRun ? "se eliminaría" : "eliminado", id));
                report.failures().forEach(failure -> deposit.say("  NO SE PUDO: %s", failure));
                report.unreadable().forEach(name -> deposit.say("  ajeno o cambiado, se deja: %s", name));
                all &= report.failures().isEmpty();
            }
            return all ? 0 : 1;
        });
    }
}
