package com.servistech.erp.cli.jobs;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command of the group has: the ERP of the environment, and where it prints. */
@Command
final class Cluster {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private final SystemCaller caller =
            new SystemCaller("jobs", new Origin("cli-" + UUID.randomUUID(), null, "erp jobs"));

    /** Nobody signs in here. */
    Erp open() {
        return Erp.start(new PlainRuntime(ErpConfig.fromEnvironment().withAnyTokenKeys()));
    }

    Erp.Door chain(Erp erp) {
        return erp.inChain(caller);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
