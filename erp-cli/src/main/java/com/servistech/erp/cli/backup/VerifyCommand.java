package com.servistech.erp.cli.backup;

import com.servistech.erp.Archive;
import com.servistech.erp.backup.Inventory;
import com.servistech.erp.backup.Proof;
import com.servistech.erp.backup.StoredBackup;
import java.io.IOException;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Comprueba un respaldo: lo restaura en una base de prueba y compara filas, contenido y definiciones.",
            "Termina con 0 si es idéntico, con 1 si no."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Parameters(arity = "0..1", description = "el respaldo; sin él, el más reciente")
    private UUID id;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            UUID chosen = id == null ? newest(archive) : id;
            Proof proof = archive.verify(deposit.caller(), chosen, step -> deposit.say("%s ...", step));
            proof.problems().forEach(problem -> deposit.say("  %s", problem));
            deposit.say("%s: %s", chosen, proof.holds() ? "COMPROBADO" : "DUDOSO");
            return proof.holds() ? 0 : 1;
        });
    }

    private static UUID newest(Archive archive) throws IOException {
        return archive.inventories().values().stream()
                .map(Inventory::backups)
                .flatMap(backups -> backups.stream().limit(1))
                .max(Comparator.comparing(StoredBackup::startedAt))
                .map(StoredBackup::id)
                .orElseThrow(() -> new IllegalStateException("No hay ningún respaldo"));
    }
}
