package com.servistech.erp.it;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.SystemCaller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A store of a special taxpayer beside the demo's, which perceives IGTF; its people are {@code role.zul-01}. */
final class SpecialTaxpayer {

    private static boolean open;

    private SpecialTaxpayer() {}

    static synchronized void opensOn(RunningServer server) {
        if (open) {
            return;
        }
        LocalStack stack = server.stack();
        ErpConfig config = new ErpConfig(
                new DatabaseConfig(
                        "127.0.0.1", stack.postgresPort(), LocalDatabase.NAME, "erp_app", stack.password("erp_app"), 2),
                SigningKey.generate(),
                ErpConfig.BANK);
        try (Erp erp = Erp.start(new PlainRuntime(config, Clock.systemUTC()))) {
            SystemCaller system = SystemCaller.of("test");
            UUID store = erp.inChain(system).write(s -> {
                IssuerCard issuer = s.stores()
                        .addIssuer(new NewIssuer(
                                "J411971910",
                                "ServisTech Zulia, C.A.",
                                "Maracaibo",
                                "SPECIAL",
                                "REFUSE",
                                "NEXT_BANKING_DAY"));
                return s.stores()
                        .open(new NewStore(issuer.id(), "ZUL-01", "ServisTech Lago", "Av. El Milagro", null, "Z"))
                        .id();
            });
            // a store is seen by what begins after it was opened
            erp.inChain(system).write(s -> {
                for (Role role : List.of(Role.MANAGER, Role.SUPERVISOR, Role.FRONT_DESK, Role.ACCOUNTANT)) {
                    String name = role.name().toLowerCase().replace('_', '-');
                    s.identity().add(new NewUser(name, name + ".zul-01@servistech.test", role, store, Demo.PASSWORD));
                }
                return null;
            });
        }
        open = true;
    }
}
