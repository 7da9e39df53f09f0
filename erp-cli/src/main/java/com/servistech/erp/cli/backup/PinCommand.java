package com.servistech.erp.cli.backup;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "pin", mixinStandardHelpOptions = true, description = "Fija un respaldo: no vence nunca.")
final class PinCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Parameters(description = "el respaldo")
    private UUID id;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            archive.pin(id, true);
            deposit.say("%s: fijado", id);
            return 0;
        });
    }
}
