package com.servistech.erp.cli.backup;

import com.servistech.erp.backup.RestoreBackup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code erp restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Hace una base de datos de un respaldo y la compara después. Se niega a tocar una que tenga tablas.",
            "Termina con 0 si es idéntica al respaldo, con 1 si no."
        })
public final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Option(names = "--id", description = "cuál; sin él, el mejor de --at")
    private UUID id;

    @Option(
            names = "--at",
            description = "el último bueno de ese instante o antes, 2026-11-24T06:00:00Z; sin él, ahora")
    private Instant at;

    @Option(names = "--into", required = true, description = "el nombre de la base de datos nueva")
    private String database;

    @Option(
            names = "--files-into",
            description = "restaura también los archivos subidos en esta carpeta, que no existe o está vacía")
    private Path files;

    @Option(names = "--replace", description = "si ya existe con tablas, apártela primero con otro nombre")
    private boolean replace;

    @Option(names = "--dry-run", description = "solo dice cuál respaldo sería y si el destino se puede usar")
    private boolean dryRun;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            Optional<RestoreBackup.Report> report = archive.restore(
                    Optional.ofNullable(id),
                    at == null ? Instant.MAX : at,
                    new RestoreBackup.Wish(database, replace),
                    Optional.ofNullable(files),
                    dryRun,
                    step -> deposit.say("%s", step));
            if (report.isEmpty()) {
                deposit.say("No se hizo nada (--dry-run)");
                return 0;
            }
            report.get().aside().ifPresent(other -> deposit.say("La de antes se llama ahora %s", other));
            report.get().differences().forEach(difference -> deposit.say("  DISTINTO: %s", difference));
            boolean same = report.get().differences().isEmpty();
            deposit.say("%s: %s", database, same ? "restaurada, idéntica al respaldo" : "NO ES IDÉNTICA");
            return same ? 0 : 1;
        });
    }
}
