package com.servistech.erp.cli;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.SystemCaller;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "create-admin",
        description =
                "Makes a SUPER_ADMIN. The password is asked for, or read from ERP_ADMIN_PASSWORD; never an argument.")
final class CreateAdminCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--email", required = true, description = "the address to sign in with")
    private String email;

    @Option(names = "--name", defaultValue = "Administrador", description = "default: ${DEFAULT-VALUE}")
    private String name;

    @Override
    public Integer call() {
        String password = System.getenv("ERP_ADMIN_PASSWORD");
        if (password == null && System.console() != null) {
            password = new String(System.console().readPassword("Password for %s: ", email));
        }
        if (password == null) {
            throw new IllegalStateException("No terminal to ask for the password: set ERP_ADMIN_PASSWORD");
        }
        NewUser admin = new NewUser(name, email, Role.SUPER_ADMIN, null, password);
        try (Erp erp = Erp.start(new PlainRuntime(ErpConfig.fromEnvironment()))) {
            erp.inChain(SystemCaller.of("create-admin")).write(s -> s.identity().add(admin));
        }
        spec.commandLine().getOut().println("SUPER_ADMIN " + email + " can sign in");
        return 0;
    }
}
