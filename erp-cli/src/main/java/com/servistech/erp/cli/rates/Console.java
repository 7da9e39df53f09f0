package com.servistech.erp.cli.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.Session;
import com.servistech.erp.tenancy.SystemCaller;
import jakarta.json.JsonValue;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command of the group has: where it prints, and how it reaches the ERP. */
final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "para programas: JSON en una línea")
    private boolean json;

    /** Prints one of the two. */
    void print(JsonValue forPrograms, String forPeople) {
        spec.commandLine().getOut().println(json ? forPrograms.toString() : forPeople);
        spec.commandLine().getOut().flush();
    }

    /** The ERP of the environment, which can tell whether a password is right. */
    Erp open() {
        return Erp.start(new PlainRuntime(ErpConfig.fromEnvironment().withAnyTokenKeys()));
    }

    <T> T read(Function<Session, T> body) {
        try (Erp erp = open()) {
            return erp.inChain(SystemCaller.of("cli")).read(body);
        }
    }
}
