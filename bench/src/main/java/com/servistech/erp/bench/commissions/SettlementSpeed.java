package com.servistech.erp.bench.commissions;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.commissions.settlement.Settlement;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackOptions;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how fast a month of a store is settled, each round in a store of its own and in the other order, beside the bare
 * statement of {@link Orders#bare}; then how long it takes to settle it again when nothing has changed, a hundred orders
 * have, or all of them are to be gone through.
 */
public final class SettlementSpeed {

    private static final String MONTH = "2026-10";
    private static final String DATABASE = "erp_bench";

    private SettlementSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        try (LocalStack stack = LocalStack.start(LocalStackOptions.inTemporaryDirectory())) {
            Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), DATABASE);
            Map<String, String> passwords = Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                    .collect(Collectors.toMap(role -> role, stack::password));
            String url = stack.jdbcUrl(DATABASE);
            new Bootstrap(url, "postgres", stack.superuserPassword()).run(passwords);
            new Migrations(url, "erp_migrator", stack.password("erp_migrator")).migrate();
            try (Erp erp = start(stack);
                    Connection superuser = DriverManager.getConnection(url, "postgres", stack.superuserPassword())) {
                Orders rows = new Orders(superuser);
                rows.bareTable();
                for (int round = 1; round <= rounds; round++) {
                    round(erp, rows, round, orders);
                }
            }
        }
    }

    private static void round(Erp erp, Orders rows, int round, int orders) throws Exception {
        StoreId store = open(erp, round);
        UUID technician = chain(
                        erp,
                        s -> s.identity()
                                .add(new NewUser(
                                        "Ana",
                                        "ana" + round + "@bench.test",
                                        Role.TECHNICIAN,
                                        store.value(),
                                        "correct horse battery")))
                .id();
        rows.load(store, technician, MONTH, orders);
        long bare = round % 2 == 1 ? rows.bare(store, MONTH) : 0;
        rows.settle();
        long began = System.nanoTime();
        Settlement settled = erp.inStore(SystemCaller.of("bench"), store)
                .write(s -> s.commissions().settle(MONTH));
        long took = System.nanoTime() - began;
        if (bare == 0) {
            bare = rows.bare(store, MONTH);
        }
        if (rows.count("bare_entries", store) != settled.entries()
                || rows.count("commission_entries", store) != settled.entries()) {
            throw new IllegalStateException("the two do not write the same rows");
        }
        System.out.printf(
                "round %d, %,d orders: bare %,.0f rows/s, settlement with audit and books %,.0f rows/s, ratio %.2f%n",
                round, orders, orders / (bare / 1e9), orders / (took / 1e9), (double) bare / took);
        again(erp, store, "nothing changed");
        rows.change(store, 100);
        again(erp, store, "100 orders changed");
        rows.change(store, orders);
        rows.settle();
        again(erp, store, "all of them looked at");
    }

    private static void again(Erp erp, StoreId store, String why) {
        long began = System.nanoTime();
        erp.inStore(SystemCaller.of("bench"), store).write(s -> s.commissions().settle(MONTH));
        System.out.printf("  settled again, %s: %.3f s%n", why, (System.nanoTime() - began) / 1e9);
    }

    private static StoreId open(Erp erp, int round) {
        IssuerCard issuer = chain(
                erp,
                s -> s.stores()
                        .addIssuer(new NewIssuer(
                                "J70000000" + round,
                                "Banco de prueba",
                                "Caracas",
                                "ORDINARY",
                                "PROVISIONAL_LAST_KNOWN",
                                "NEXT_BANKING_DAY")));
        chain(erp, s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 6), new BigDecimal("872.3927"), Optional.empty()));
            return null;
        });
        return new StoreId(chain(
                        erp,
                        s -> s.stores().open(new NewStore(issuer.id(), "BE-0" + round, "Sede", "Calle 1", null, "A")))
                .id());
    }

    private static <T> T chain(Erp erp, Function<com.servistech.erp.Session, T> act) {
        return erp.inChain(SystemCaller.of("bench")).write(act);
    }

    private static Erp start(LocalStack stack) {
        return Erp.start(new PlainRuntime(
                new ErpConfig(
                        new DatabaseConfig(
                                "127.0.0.1", stack.postgresPort(), DATABASE, "erp_app", stack.password("erp_app"), 4),
                        SigningKey.generate(),
                        ErpConfig.BANK),
                Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC)));
    }
}
