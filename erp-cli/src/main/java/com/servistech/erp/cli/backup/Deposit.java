package com.servistech.erp.cli.backup;

import com.servistech.erp.Archive;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.backup.BackupState;
import com.servistech.erp.backup.Tier;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.IOException;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command of the group has: the archive of the environment, and where it prints. */
@Command
final class Deposit {

    interface Doing {
        int with(Archive archive) throws IOException;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** @throws IllegalStateException in words, when a store of backups cannot be used */
    int open(Doing doing) {
        try (Erp erp = Erp.start(new PlainRuntime(ErpConfig.fromEnvironment()))) {
            return doing.with(erp.archive());
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    SystemCaller caller() {
        return new SystemCaller("backup", new Origin("cli-" + UUID.randomUUID(), null, "erp backup"));
    }

    void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format + "%n", values);
        spec.commandLine().getOut().flush();
    }

    static String word(BackupState state) {
        return switch (state) {
            case RUNNING -> "en curso";
            case COMPLETED -> "completo";
            case PROVEN -> "COMPROBADO";
            case SUSPECT -> "DUDOSO";
            case FAILED -> "FALLIDO";
        };
    }

    static String word(Tier tier) {
        return switch (tier) {
            case DAILY -> "diario";
            case WEEKLY -> "semanal";
            case MONTHLY -> "mensual";
            case MANUAL -> "manual";
        };
    }
}
