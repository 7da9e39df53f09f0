package com.servistech.erp.cli;

import com.servistech.erp.cli.audit.AuditCommand;
import com.servistech.erp.cli.backup.BackupCommand;
import com.servistech.erp.cli.backup.RestoreCommand;
import com.servistech.erp.cli.dev.DevCommand;
import com.servistech.erp.cli.jobs.HealthCommand;
import com.servistech.erp.cli.jobs.JobsCommand;
import com.servistech.erp.cli.rates.RatesCommand;
import com.servistech.erp.error.ErpException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code erp}: every command says what it does with {@code --help} and ends with 0 only when it was done. */
@Command(
        name = "erp",
        mixinStandardHelpOptions = true,
        version = "ServisTech ERP 4.0.0",
        description = "ServisTech ERP from the command line.",
        subcommands = {
            DevCommand.class,
            MigrateCommand.class,
            CreateAdminCommand.class,
            RatesCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            JobsCommand.class,
            HealthCommand.class
        })
public final class Main {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof ErpException || failure instanceof IllegalStateException) {
                line.getErr().println(line.getColorScheme().errorText(failure.getMessage()));
                return 1;
            }
            throw failure;
        });
    }
}
