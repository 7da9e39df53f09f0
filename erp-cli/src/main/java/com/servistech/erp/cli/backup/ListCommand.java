package com.servistech.erp.cli.backup;

import com.servistech.erp.backup.Inventory;
import com.servistech.erp.backup.Proof;
import com.servistech.erp.backup.StoredBackup;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Los respaldos que hay, preguntando a los depósitos mismos: no hace falta la base de datos.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            for (Map.Entry<String, Inventory> store : archive.inventories().entrySet()) {
                deposit.say("%s: %d", store.getKey(), store.getValue().backups().size());
                store.getValue().backups().forEach(this::print);
                store.getValue().unreadable().forEach(name -> deposit.say("  AJENO O CAMBIADO: %s", name));
            }
            return 0;
        });
    }

    private void print(StoredBackup backup) {
        deposit.say(
                "  %s  %-8s %s  %-10s %,d bytes%s%s",
                backup.startedAt(),
                Deposit.word(backup.manifest().tier()),
                backup.id(),
                Deposit.word(backup.state()),
                backup.manifest().stored().size(),
                backup.proof()
                        .filter(Proof::holds)
                        .map(proof -> "  comprobado " + proof.at())
                        .orElse(""),
                backup.pinned() ? "  fijado" : "");
    }
}
