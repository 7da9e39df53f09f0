package com.servistech.erp.bench.audit;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.audit.ChainReport;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.demo.DemoClock;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.cli.dev.ServerProcess;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackOptions;
import com.servistech.erp.sdk.Credentials;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Prints what the audit costs, as ratios, and how fast a chain is verified. */
public final class AuditCost {

    private static final int BULK_ROUNDS = 5;
    private static final int REQUEST_ROUNDS = 10;
    private static final int REQUESTS = 100;

    private AuditCost() {}

    public static void main(String[] arguments) throws Exception {
        SigningKey key = SigningKey.generate();
        try (LocalStack stack = LocalStack.start(LocalStackOptions.inTemporaryDirectory())) {
            new LocalDatabase(stack).prepare(name -> load(stack, name, key));
            Database database = new Database(stack);
            requests(stack, database, key, Path.of(arguments[0]));
            try (Erp erp = start(stack, LocalDatabase.NAME, key, Clock.systemUTC())) {
                StoreId store = new StoreId(erp.inChain(SystemCaller.of("bench"))
                        .read(s -> s.stores()
                                .list(Page.Request.first())
                                .items()
                                .get(0)
                                .id()));
                bulk(database, store);
                verify(erp, store);
            }
        }
    }

    private static void bulk(Database database, StoreId store) throws Exception {
        Bulk bulk = new Bulk(database, store);
        bulk.prepare();
        Comparison added = new Comparison("100,000 rows into an append-only table, one statement");
        Comparison stocked = new Comparison("100,000 rows into a table with images, one statement");
        Comparison changed = new Comparison("100,000 rows of a table with images changed, one statement");
        for (int round = 0; round <= BULK_ROUNDS; round++) {
            for (boolean audited : new boolean[] {false, true}) {
                database.audit(audited);
                added.note(round, audited, bulk.addPayments());
                stocked.note(round, audited, bulk.addStock());
                changed.note(round, audited, bulk.changeStock());
            }
        }
        added.print();
        stocked.print();
        changed.print();
    }

    private static void requests(LocalStack stack, Database database, SigningKey key, Path jar) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (ServerProcess server = ServerProcess.start(jar, port, stack, key, Map.of());
                ErpClient erp = ErpClient.builder()
                        .baseUri(URI.create("http://localhost:" + port))
                        .retries(0)
                        .credentials(Credentials.signIn("manager.ccs-01@servistech.test", Demo.PASSWORD))
                        .build()) {
            server.awaitReady();
            Comparison compared = new Comparison("POST /customers");
            Requests requests = new Requests(erp);
            for (int round = 0; round <= REQUEST_ROUNDS; round++) {
                for (boolean audited : new boolean[] {false, true}) {
                    database.audit(audited);
                    for (int i = 0; i < REQUESTS; i++) {
                        compared.note(round, audited, requests.register());
                    }
                }
            }
            compared.print();
        }
    }

    private static void verify(Erp erp, StoreId store) {
        for (int round = 0; round < 3; round++) {
            long began = System.nanoTime();
            ChainReport report = erp.inStore(SystemCaller.of("bench"), store)
                    .read(s -> s.audit().verify())
                    .chains()
                    .get(0);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "verified %,d entries in %,d links, %s: %.2f s, %,.0f entries/s%n",
                    report.entries(),
                    report.links(),
                    report.intact() ? "intact" : "NOT INTACT",
                    seconds,
                    report.entries() / seconds);
        }
    }

    private static void load(LocalStack stack, String name, SigningKey key) {
        DemoClock clock = new DemoClock(Clock.systemUTC());
        try (Erp erp = start(stack, name, key, clock)) {
            new Demo(erp, clock, text -> {}, 1).load();
        }
    }

    private static Erp start(LocalStack stack, String name, SigningKey key, Clock clock) {
        return Erp.start(new PlainRuntime(
                new ErpConfig(
                        new DatabaseConfig(
                                "127.0.0.1", stack.postgresPort(), name, "erp_app", stack.password("erp_app"), 4),
                        key,
                        ErpConfig.BANK),
                clock));
    }
}
