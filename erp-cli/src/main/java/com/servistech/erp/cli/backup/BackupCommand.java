package com.servistech.erp.cli.backup;

import com.servistech.erp.backup.BackupView;
import com.servistech.erp.backup.Tier;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code erp backup}: takes one; its subcommands look after those that there are. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Respalda la base de datos ahora, en la carpeta y en S3 (docs/backups.md).",
            "Termina con 0 si el respaldo existe en todos los depósitos, con 2 si falta en alguno."
        },
        subcommands = {
            ListCommand.class,
            VerifyCommand.class,
            ExpireCommand.class,
            CompleteCommand.class,
            PinCommand.class,
            UnpinCommand.class
        })
public final class BackupCommand implements Callable<Integer> {

    private static final int NOT_EVERYWHERE = 2;

    @Mixin
    private Deposit deposit;

    @Option(
            names = "--tier",
            defaultValue = "MANUAL",
            description = "DAILY, WEEKLY, MONTHLY o MANUAL: cuánto se conserva (por defecto: ${DEFAULT-VALUE})")
    private Tier tier;

    @Override
    public Integer call() {
        return deposit.open(archive -> {
            BackupView backup = archive.take(deposit.caller(), tier);
            deposit.say(
                    "%s %s: %s, %d bytes, sha256 %s",
                    backup.id(),
                    Deposit.word(backup.tier()),
                    Deposit.word(backup.state()),
                    backup.sizeBytes(),
                    backup.sha256());
            backup.locations().forEach(place -> deposit.say("  en %s", place));
            if (backup.trouble() != null) {
                deposit.say("  ATENCIÓN: %s", backup.trouble());
            }
            return backup.trouble() == null ? 0 : NOT_EVERYWHERE;
        });
    }
}
