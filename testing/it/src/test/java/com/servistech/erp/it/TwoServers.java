package com.servistech.erp.it;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobTask;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.cli.dev.ServerProcess;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.jobs.Catalogue;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.sdk.Credentials;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged server, up to twice, on one database of their own: two replicas of one image. */
final class TwoServers implements AutoCloseable {

    private static final String DATABASE = "two_servers";
    private static final String ADMIN = "admin@two-servers.test";
    private static final String PASSWORD = "correct horse battery";

    /** A running server. */
    record Server(String host, int port, ServerProcess process) {

        void signal(String name) throws IOException, InterruptedException {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + exit);
            }
        }
    }

    private final LocalStack stack = LocalStack.shared();
    private final SigningKey key = SigningKey.generate();
    private final Map<String, Server> running = new LinkedHashMap<>();
    private final Map<String, String> environment;
    private final Erp erp;
    private final SlowDump dump = new SlowDump(stack.home().resolve("slow-dump"));

    /** @param bank who plays the central bank and Binance */
    TwoServers(URI bank) {
        Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), DATABASE);
        new Bootstrap(stack.jdbcUrl(DATABASE), "postgres", stack.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, stack::password)));
        new Migrations(stack.jdbcUrl(DATABASE), "erp_migrator", stack.password("erp_migrator")).migrate();
        DatabaseConfig database = new DatabaseConfig(
                "127.0.0.1", stack.postgresPort(), DATABASE, "erp_app", stack.password("erp_app"), 3);
        // asks for runs that the servers can carry out, and carries out none
        erp = Erp.start(
                new PlainRuntime(new ErpConfig(database, key, bank), Clock.systemUTC()),
                book -> book.with(JobTask.ofTheChain("database-backup", at -> s -> JobTask.Ended.well("not here"))));
        IssuerCard issuer = erp.inChain(SystemCaller.of("test"))
                .write(s -> s.stores()
                        .addIssuer(new NewIssuer(
                                "J123456789", "ServisTech C.A.", "Caracas", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY")));
        for (String code : List.of("CCS-01", "VLN-01")) {
            erp.inChain(SystemCaller.of("test"))
                    .write(s -> s.stores()
                            .open(new NewStore(
                                    issuer.id(), code, "Sede " + code, "Calle 1", null, code.substring(0, 1))));
        }
        erp.inChain(SystemCaller.of("test"))
                .write(s -> s.identity().add(new NewUser("Admin", ADMIN, Role.SUPER_ADMIN, null, PASSWORD)));
        environment = new LinkedHashMap<>(
                Map.of("ERP_DB_NAME", DATABASE, "ERP_BCV_URL", bank.toString(), "ERP_BINANCE_URL", bank.toString()));
        environment.put("ERP_PG_BIN", dump.folder().toString());
        environment.put(
                "ERP_BACKUP_DIR", stack.home().resolve("two-servers-backups").toString());
        environment.put(
                "ERP_JOBS_SCHEDULE",
                Catalogue.standard().all().stream()
                        .map(job -> job.name() + (job.name().equals("commissions") ? "=*/5 * * * *" : "=off"))
                        .collect(Collectors.joining(";")));
    }

    /** How both make backups. */
    SlowDump dump() {
        return dump;
    }

    /** The server of this host, started if it does not run. */
    Server server(String host) throws InterruptedException {
        return servers(host).get(0);
    }

    /** Those and no others, started at the same time where they do not run. */
    List<Server> servers(String... hosts) throws InterruptedException {
        List<Server> fresh = Stream.of(hosts)
                .filter(host -> !running.containsKey(host))
                .map(this::start)
                .toList();
        for (Server server : fresh) {
            server.process().awaitReady();
        }
        return Stream.of(hosts).map(running::get).toList();
    }

    private Server start(String host) {
        Map<String, String> own = new LinkedHashMap<>(environment);
        own.put("HOSTNAME", host);
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            Path jar = Path.of(System.getProperty("erp.server"));
            Server server = new Server(host, port, ServerProcess.start(host, jar, port, stack, key, own));
            running.put(host, server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In order, and gone when this returns. */
    void stop(String host) {
        Server server = running.remove(host);
        if (server != null) {
            server.process().close();
        }
    }

    /** As a power cut does. */
    void kill(Server server) throws IOException, InterruptedException {
        server.signal("KILL");
        stop(server.host());
    }

    /** The host whose server holds the run, or held it last. */
    String holder(RunView run) {
        return running.keySet().stream()
                .filter(host -> run.node().startsWith(host + "-"))
                .findFirst()
                .orElseThrow();
    }

    Server running(String host) {
        return running.get(host);
    }

    ErpClient admin(Server server) {
        return ErpClient.builder()
                .baseUri(URI.create("http://localhost:" + server.port()))
                .retries(0)
                .credentials(Credentials.signIn(ADMIN, PASSWORD))
                .build();
    }

    String metrics(Server server) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    RunView ask(String job) {
        return erp.inChain(SystemCaller.of("test")).write(s -> s.jobs().ask(job));
    }

    RunView run(UUID id) {
        return erp.inChain(SystemCaller.of("test")).read(s -> s.jobs().run(id));
    }

    List<RunView> runs(String job) {
        return erp.inChain(SystemCaller.of("test"))
                .read(s -> s.jobs().runs(job, new Page.Request(Page.MAX_LIMIT, null)))
                .items();
    }

    /** The cluster has waited long enough for who holds the run. */
    void endLease(RunView run) {
        change(
                "update erp.job_runs set lease_until = clock_timestamp() - interval '1 second' where status = 'RUNNING' and id = '"
                        + run.id() + "'");
    }

    void change(String sql) {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    List<String> rows(String sql) {
        try (Connection superuser = superuser()) {
            return RunningServer.ask(superuser, sql);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(DATABASE), "postgres", stack.superuserPassword());
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
        erp.close();
    }
}
