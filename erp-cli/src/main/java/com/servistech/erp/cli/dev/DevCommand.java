package com.servistech.erp.cli.dev;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobLoop;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.demo.DemoClock;
import com.servistech.erp.cli.demo.DemoUser;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackException;
import com.servistech.erp.local.LocalStackOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, says where it is, and stops everything with Ctrl-C. */
@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        description = "Runs the whole ERP with demo data on this computer, until Ctrl-C.")
public final class DevCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            defaultValue = "${env:ERP_DEV_HOME:-${sys:user.home}/.servistech}",
            description = "keeps the data (default: ${DEFAULT-VALUE})")
    private Path home;

    @Option(
            names = "--port",
            defaultValue = "${env:PORT:-3001}",
            description = "of the server (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--postgres-port",
            defaultValue = "${env:ERP_DEV_POSTGRES_PORT:-0}",
            description = "0 takes a free one (default: ${DEFAULT-VALUE})")
    private int postgresPort;

    @Option(
            names = "--redis-port",
            defaultValue = "${env:ERP_DEV_REDIS_PORT:-0}",
            description = "0 takes a free one (default: ${DEFAULT-VALUE})")
    private int redisPort;

    @Option(
            names = "--server",
            description = "the packaged server, erp-server.jar; without it only the database and Redis run")
    private Path server;

    @Option(names = "--with-parent", description = "ends when the program that started it does, however that ended")
    private boolean withParent;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (withParent) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        }
        if (server != null) {
            ServerProcess.refuseTakenPort(port);
        }
        out.println("PostgreSQL and Redis in " + home.toAbsolutePath() + " ...");
        LocalStackOptions options =
                LocalStackOptions.at(home).withPostgresPort(postgresPort).withRedisPort(redisPort);
        try (LocalStack stack = LocalStack.start(options)) {
            SigningKey key = SigningKey.fromPkcs8(
                    stack.secret("jwt", () -> SigningKey.generate().pkcs8()));
            new LocalDatabase(stack).prepare(name -> load(stack, name, key, out));
            if (server == null) {
                out.println("Ready: " + stack.jdbcUrl(LocalDatabase.NAME) + " (no server: give --server)");
                printUsers(out);
                // without a server nobody else would do what is due
                try (Erp erp = start(stack, LocalDatabase.NAME, key, Clock.systemUTC());
                        JobLoop loop = JobLoop.start(
                                erp,
                                erp.runtime().config().jobs().node(),
                                JobLoop.Pace.STANDARD,
                                Executors.newCachedThreadPool())) {
                    Thread.currentThread().join();
                }
                return 0;
            }
            out.println("The server ...");
            try (Erp erp = start(stack, LocalDatabase.NAME, key, Clock.systemUTC());
                    ServerProcess process = ServerProcess.start(server, port, stack, key, Map.of())) {
                OfficialRate rate = OfficialRate.ask(erp);
                process.awaitReady();
                printUsers(out);
                out.println();
                out.println(rate.news());
                out.println();
                out.println("Ready: http://localhost:" + port + "/api/v1   (stop with Ctrl-C)");
                out.flush();
                return process.waitFor();
            }
        } catch (LocalStackException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void load(LocalStack stack, String name, SigningKey key, PrintWriter out) {
        DemoClock clock = new DemoClock(Clock.systemUTC());
        try (Erp erp = start(stack, name, key, clock)) {
            new Demo(erp, clock, text -> {
                        out.println(text);
                        out.flush();
                    })
                    .load();
        }
    }

    private static Erp start(LocalStack stack, String database, SigningKey key, Clock clock) {
        ErpConfig config = new ErpConfig(
                new DatabaseConfig(
                        "127.0.0.1", stack.postgresPort(), database, "erp_app", stack.password("erp_app"), 4),
                key,
                bank());
        return Erp.start(new PlainRuntime(config, clock));
    }

    private static URI bank() {
        String other = System.getenv("ERP_BCV_URL");
        return other == null ? ErpConfig.BANK : URI.create(other);
    }

    private static void printUsers(PrintWriter out) {
        out.println();
        for (DemoUser user : Demo.users()) {
            out.printf("%-40s  %s  %-16s  %s%n", user.email(), Demo.PASSWORD, user.role(), user.store());
        }
        out.flush();
    }
}
