package com.servistech.erp.cli;

import com.servistech.erp.schema.Migrations;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = "Brings the schema to this version. Reads ERP_DB_HOST, ERP_DB_PORT, ERP_DB_NAME and"
                + " ERP_MIGRATOR_PASSWORD; needs a direct connection, not a transaction pooler.")
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        String password = environment.get("ERP_MIGRATOR_PASSWORD");
        if (password == null) {
            throw new IllegalStateException("ERP_MIGRATOR_PASSWORD is missing: the password of role erp_migrator");
        }
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        environment.getOrDefault("ERP_DB_HOST", "localhost"),
                        environment.getOrDefault("ERP_DB_PORT", "5432"),
                        environment.getOrDefault("ERP_DB_NAME", "servistech_erp"));
        int applied = new Migrations(url, "erp_migrator", password).migrate();
        spec.commandLine().getOut().println(applied == 0 ? "up to date" : applied + " migrations applied");
        return 0;
    }
}
