package com.servistech.erp.bench.access;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.demo.DemoClock;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackOptions;
import com.servistech.erp.repairs.OrderQuery;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Prints how long refusals take that must look alike: whoever is unknown, and whatever is another store's. */
public final class EqualRefusals {

    private static final int SIGN_INS = 60;
    private static final int READS = 4_000;

    private EqualRefusals() {}

    public static void main(String[] arguments) throws Exception {
        SigningKey key = SigningKey.generate();
        try (LocalStack stack = LocalStack.start(LocalStackOptions.inTemporaryDirectory())) {
            new LocalDatabase(stack).prepare(name -> {
                DemoClock clock = new DemoClock(Clock.systemUTC());
                try (Erp erp = start(stack, name, key, clock)) {
                    new Demo(erp, clock, text -> {}, 1).load();
                }
            });
            try (Erp erp = start(stack, LocalDatabase.NAME, key, Clock.systemUTC())) {
                signIns(erp);
                orders(erp);
            }
        }
    }

    /** A01: each account and address once, so that nobody waits for having failed before. */
    private static void signIns(Erp erp) {
        StoreId store = stores(erp).get(0);
        for (int i = 0; i < SIGN_INS; i++) {
            NewUser known = new NewUser(
                    "Persona", "known" + i + "@servistech.test", Role.TECHNICIAN, store.value(), Demo.PASSWORD);
            erp.inChain(SystemCaller.of("bench")).write(s -> s.identity().add(known));
        }
        Refusals refusals = new Refusals("sign-in", "nobody's address", "somebody's, wrong password");
        for (int i = 0; i < SIGN_INS; i++) {
            Origin origin = new Origin("bench", "198.18." + i + ".1", null);
            for (boolean known : new boolean[] {false, true}) {
                String email = (known ? "known" : "unknown") + i + "@servistech.test";
                refusals.time(
                        i,
                        known,
                        Unauthenticated.class,
                        () -> erp.entrance().signIn(origin, email, "una clave equivocada"));
            }
        }
        refusals.print();
    }

    /** L47. */
    private static void orders(Erp erp) {
        StoreId ours = stores(erp).get(0);
        StoreId theirs = stores(erp).get(1);
        List<UUID> hidden = new ArrayList<>();
        erp.inStore(SystemCaller.of("bench"), theirs)
                .read(s -> s.repairs().list(OrderQuery.all()))
                .items()
                .forEach(order -> hidden.add(order.id()));
        Refusals refusals = new Refusals("an order by id", "of nobody", "of another store");
        for (int i = 0; i < READS; i++) {
            for (boolean known : new boolean[] {false, true}) {
                UUID id = known ? hidden.get(i % hidden.size()) : UUID.randomUUID();
                refusals.time(
                        i - READS / 2,
                        known,
                        NotFound.class,
                        () -> erp.inStore(SystemCaller.of("bench"), ours)
                                .read(s -> s.repairs().get(id)));
            }
        }
        refusals.print();
    }

    private static List<StoreId> stores(Erp erp) {
        return erp.inChain(SystemCaller.of("bench")).read(s -> s.stores().list(Page.Request.first())).items().stream()
                .map(store -> new StoreId(store.id()))
                .toList();
    }

    private static Erp start(LocalStack stack, String name, SigningKey key, Clock clock) {
        DatabaseConfig database =
                new DatabaseConfig("127.0.0.1", stack.postgresPort(), name, "erp_app", stack.password("erp_app"), 4);
        return Erp.start(new PlainRuntime(new ErpConfig(database, key, ErpConfig.BANK), clock));
    }

    /** Two kinds of refusal, turn by turn; rounds before the first only warm up. */
    private static final class Refusals {

        private final String what;
        private final String[] kinds;
        private final List<List<Long>> nanos = List.of(new ArrayList<>(), new ArrayList<>());

        Refusals(String what, String missing, String hidden) {
            this.what = what;
            this.kinds = new String[] {missing, hidden};
        }

        void time(int round, boolean known, Class<? extends RuntimeException> refusal, Runnable act) {
            long began = System.nanoTime();
            try {
                act.run();
                throw new IllegalStateException("this should have been refused: " + what);
            } catch (RuntimeException e) {
                if (!refusal.isInstance(e)) {
                    throw e;
                }
            }
            if (round >= 0) {
                nanos.get(known ? 1 : 0).add(System.nanoTime() - began);
            }
        }

        void print() {
            double[] medians = nanos.stream()
                    .mapToDouble(times -> times.stream().sorted().toList().get(times.size() / 2) / 1e6)
                    .toArray();
            System.out.printf(
                    "%s: %s %.3f ms, %s %.3f ms (medians of %d): %.3f times%n",
                    what,
                    kinds[0],
                    medians[0],
                    kinds[1],
                    medians[1],
                    nanos.get(0).size(),
                    medians[1] / medians[0]);
        }
    }
}
