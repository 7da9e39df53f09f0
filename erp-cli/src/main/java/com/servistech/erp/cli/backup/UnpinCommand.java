package com.servistech.erp.cli.backup;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "unpin", mixinStandardHelpOptions = true, description = "Suelta un respaldo fijado.")
final class UnpinCommand implements Callable<Integer> {

    @Mixin
    private Deposit deposit;

    @Parameters(description = "el respaldo")
    private UUID id;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            archive.pin(id, false);
            deposit.say("%s: vence como los demás", id);
            return 0;
        });
    }
}
