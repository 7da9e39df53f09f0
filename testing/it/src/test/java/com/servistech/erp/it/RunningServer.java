package com.servistech.erp.it;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.demo.DemoClock;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.cli.dev.ServerProcess;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.jobs.Catalogue;
import com.servistech.erp.kit.BcvServer;
import com.servistech.erp.kit.Invariants;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.rates.BankingCalendar;
import com.servistech.erp.sdk.Credentials;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The packaged server on a database with a few days of demo and a poison store, once for all tests; it stops with this
 * JVM.
 */
final class RunningServer {

    /** Bolívares for a dollar on the page of {@link #publishRate()}. */
    static final BigDecimal RATE = new BigDecimal("902.4417");

    /** Where the web application of these tests would be. */
    static final String PAGE = "https://app.servistech.test";

    private static final int DAYS = 3;

    private static RunningServer shared;

    private static final AtomicInteger UNIQUE =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000));

    private final LocalStack stack;
    private final BcvServer bank = BcvServer.start();
    private final Watch watch = new Watch();
    private final int port;
    private final Tunnel tunnel;

    private RunningServer(LocalStack stack) throws IOException, InterruptedException {
        this.stack = stack;
        SigningKey key = SigningKey.generate();
        new LocalDatabase(stack).prepare(name -> load(name, key));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        prepare(watch);
        tunnel = Tunnel.to(port, watch);
        // nobody outside of this computer is asked; Binance's part is played by somebody who is not Binance
        Map<String, String> outside = new HashMap<>(Map.of(
                "ERP_BCV_URL",
                bank.url().toString(),
                "ERP_BINANCE_URL",
                bank.url().toString()));
        outside.put("ERP_CORS_ORIGINS", PAGE + ",https://admin.servistech.test:8443");
        // jobs run when a test asks for them, and never because of the hour at which the suite runs
        outside.put(
                "ERP_JOBS_SCHEDULE",
                Catalogue.standard().all().stream()
                        .map(job -> job.name() + "=off")
                        .collect(Collectors.joining(";")));
        outside.putAll(pooler());
        ServerProcess.start(Path.of(System.getProperty("erp.server")), port, stack, key, outside)
                .awaitReady();
    }

    static synchronized RunningServer shared() {
        if (shared == null) {
            try {
                shared = new RunningServer(LocalStack.shared());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    /** What is not true of the books; nothing while no test has asked for the server. */
    static List<String> brokenInvariants() {
        return started().map(RunningServer::invariantsBroken).orElse(List.of());
    }

    private List<String> invariantsBroken() {
        try (Connection connection = superuser()) {
            return Invariants.broken(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The server, if a test has asked for it. */
    static synchronized Optional<RunningServer> started() {
        return Optional.ofNullable(shared);
    }

    LocalStack stack() {
        return stack;
    }

    Watch watch() {
        return watch;
    }

    /** Where answers are looked at on their way. */
    URI root() {
        return URI.create("http://localhost:" + tunnel.port());
    }

    /** Past what looks at answers, for a test that opens more connections than that is made for. */
    URI direct() {
        return URI.create("http://localhost:" + port);
    }

    /** Of the database; sees every row. */
    Connection superuser() {
        return superuser(LocalDatabase.NAME);
    }

    /** The first column of every row. */
    static List<String> ask(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var rs = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (rs.next()) {
                rows.add(rs.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Puts the rate that documents of today must use on the bank's page; the euro at 1.15000 dollars. */
    void publishRate() {
        LocalDate due = BankingCalendar.shipped().sameOrNext(LocalDate.now(Work.CARACAS));
        bank.publish(due, "902,44170000", "1.037,80795500");
    }

    /** Puts a rate on the bank's page; the euro at 1.15000 dollars. */
    void publishRate(LocalDate valueDate, String usd, String eur) {
        bank.publish(valueDate, usd, eur);
    }

    URI bank() {
        return bank.url();
    }

    /** Seven digits that no other test of this run has. */
    static String unique() {
        return "%07d".formatted(UNIQUE.incrementAndGet());
    }

    /** @param who the part of a demo address before the at sign, {@code technician.ccs-01} */
    ErpClient as(String who) {
        return ErpClient.builder()
                .baseUri(root())
                .retries(0)
                .credentials(Credentials.signIn(who + "@servistech.test", Demo.PASSWORD))
                .build();
    }

    ErpClient nobody() {
        return ErpClient.builder()
                .baseUri(root())
                .retries(0)
                .credentials(Credentials.none())
                .build();
    }

    /**
     * Where PgBouncer is installed, and so in CI, the suite runs through it and not beside it once more: what a pooler
     * mixes up would be seen in any test, and a second run would cost as much as the first.
     */
    private Map<String, String> pooler() {
        return Project.hasProgram(Pooler.PROGRAM)
                ? Map.of(
                        "ERP_DB_PORT",
                        Integer.toString(
                                Pooler.before(stack, LocalDatabase.NAME).port()),
                        // what is dumped is read from PostgreSQL itself
                        "ERP_BACKUP_DB_PORT",
                        Integer.toString(stack.postgresPort()))
                : Map.of();
    }

    private void prepare(Watch tower) {
        try (Connection superuser = superuser()) {
            tower.constraints(Set.copyOf(
                    ask(superuser, "select conname from pg_constraint where connamespace = 'erp'::regnamespace")));
            tower.poisonStore(ask(superuser, "select id from erp.stores where code = '" + Poison.CODE + "'")
                    .get(0));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private Connection superuser(String database) {
        try {
            return DriverManager.getConnection(stack.jdbcUrl(database), "postgres", stack.superuserPassword());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void load(String name, SigningKey key) {
        DemoClock clock = new DemoClock(Clock.systemUTC());
        ErpConfig config = new ErpConfig(
                new DatabaseConfig("127.0.0.1", stack.postgresPort(), name, "erp_app", stack.password("erp_app"), 4),
                key,
                ErpConfig.BANK);
        try (Erp erp = Erp.start(new PlainRuntime(config, clock))) {
            new Demo(erp, clock, text -> {}, DAYS).load();
            try (Connection superuser = superuser(name)) {
                Poison.pour(erp, superuser);
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
