package com.servistech.erp.cli.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.Session;
import com.servistech.erp.identity.Bearer;
import com.servistech.erp.identity.SignedIn;
import com.servistech.erp.rates.RateView;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        description =
                "Confirma (o rechaza) una tasa en duda, con el nombre de quien lo decide y el motivo. La clave se pide,"
                        + " o se lee de ERP_USER_PASSWORD; nunca es un argumento.")
final class ConfirmCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(paramLabel = "ID", description = "de la tasa: erp rates history --state SUSPECT")
    private UUID id;

    @Option(names = "--user", required = true, description = "correo de una gerente")
    private String user;

    @Option(names = "--reason", required = true, description = "cómo se sabe")
    private String reason;

    @Option(names = "--reject", description = "la rechaza en lugar de confirmarla")
    private boolean reject;

    @Override
    public Integer call() {
        String password = password();
        Origin origin = new Origin("cli-" + UUID.randomUUID(), null, reason);
        try (Erp erp = console.open()) {
            SignedIn signedIn = erp.entrance().signIn(origin, user, password);
            Bearer bearer =
                    erp.entrance().bearer(origin, signedIn.accessToken()).orElseThrow();
            RateView rate = as(erp, bearer, origin, s -> s.rates().decide(id, !reject, reason));
            console.print(RateText.json(rate).build(), RateText.line(rate));
        }
        return 0;
    }

    private static <T> T as(Erp erp, Bearer bearer, Origin origin, Function<Session, T> act) {
        UserCaller caller = bearer.caller(origin);
        return bearer.superAdmin()
                ? erp.inChain(caller).write(act)
                : erp.inStore(caller, new StoreId(bearer.homeStore())).write(act);
    }

    private String password() {
        String password = System.getenv("ERP_USER_PASSWORD");
        if (password == null && System.console() != null) {
            password = new String(System.console().readPassword("Clave de %s: ", user));
        }
        if (password == null) {
            throw new IllegalStateException("No hay terminal para pedir la clave: use ERP_USER_PASSWORD");
        }
        return password;
    }
}
