package com.servistech.erp.local;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A running PostgreSQL and a running Redis, reachable on 127.0.0.1 only and with generated passwords. Started with a
 * home directory it finds its data and passwords again, even after the computer or the program was killed; a home
 * directory serves one stack at a time. Roles and databases are not its business: it hands out the superuser.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LocalStack.class.getName());

    private static LocalStack shared;

    private final Home home;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final Thread hook = new Thread(this::stop, "local-stack-stop");
    private final boolean keptUntilExit;
    private boolean stopped;

    private LocalStack(Home home, Secrets secrets, PostgresServer postgres, RedisServer redis, boolean keptUntilExit) {
        this.home = home;
        this.secrets = secrets;
        this.postgres = postgres;
        this.redis = redis;
        this.keptUntilExit = keptUntilExit;
    }

    /**
     * Starts both servers and returns when both accept connections.
     *
     * @throws LocalStackException if the home is in use, a port is taken or a server does not start
     */
    public static LocalStack start(LocalStackOptions options) {
        return start(options, false);
    }

    /**
     * The stack that all tests of this JVM share: ephemeral, started by the first caller, stopped when the JVM exits.
     * Closing it does nothing.
     */
    public static synchronized LocalStack shared() {
        if (shared == null) {
            shared = start(LocalStackOptions.inTemporaryDirectory(), true);
        }
        return shared;
    }

    private static LocalStack start(LocalStackOptions options, boolean keptUntilExit) {
        Objects.requireNonNull(options, "options");
        Home home = options.ephemeral() ? EphemeralHomes.claim() : Home.claim(options.home());
        PostgresServer postgres = null;
        RedisServer redis = null;
        try {
            Secrets secrets = Secrets.in(home.path());
            Platform platform = Platform.ofThisComputer();
            postgres = PostgresServer.start(home, platform, secrets.superuser(), options);
            redis = RedisServer.start(home.path(), platform, secrets.redis(), options.redisPort());
            LocalStack stack = new LocalStack(home, secrets, postgres, redis, keptUntilExit);
            Runtime.getRuntime().addShutdownHook(stack.hook);
            LOG.log(
                    Level.INFO,
                    "PostgreSQL on port {0}, Redis on port {1}, home {2}",
                    Integer.toString(postgres.port()),
                    Integer.toString(redis.port()),
                    home.path());
            return stack;
        } catch (RuntimeException e) {
            if (redis != null) {
                stopQuietly(redis::stop, e);
            }
            if (postgres != null) {
                stopQuietly(postgres::stop, e);
            }
            stopQuietly(home::release, e);
            throw e;
        }
    }

    public int postgresPort() {
        return postgres.port();
    }

    /** The password of the PostgreSQL role {@code postgres}. */
    public String superuserPassword() {
        return secrets.superuser();
    }

    /** The address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;
    }

    /**
     * The password set aside for one of our roles: erp_migrator, erp_app, erp_backup or erp_restore. The roles
     * themselves are made by whoever sets up the database.
     */
    public String password(String role) {
        return secrets.ofRole(role);
    }

    /** The address of Redis with its password: {@code redis://:password@127.0.0.1:port}. */
    public String redisUrl() {
        return "redis://:" + secrets.redis() + "@127.0.0.1:" + redis.port();
    }

    /**
     * A secret of whoever uses the stack, made when it is asked for the first time and kept with the passwords.
     *
     * @param maker makes it, one line of text
     */
    public String secret(String name, Supplier<String> maker) {
        return secrets.of(name, maker);
    }

    /** Takes the database away, as an outage would; for fault tests. */
    public void stopPostgres() {
        postgres.stop();
    }

    /** Brings the database back on the same port. */
    public void startPostgres() {
        postgres.startAgain();
    }

    /** Where PostgreSQL keeps its data. */
    public Path postgresData() {
        return home.path().resolve(PostgresServer.DATA);
    }

    /**
     * A program as the user that PostgreSQL runs as, with an environment that has nothing of PostgreSQL in it: for fault
     * tests that start, restore and break it themselves.
     *
     * @param command a program of PostgreSQL by its name (pg_ctl), or any other
     */
    public ProcessBuilder asPostgres(List<String> command) {
        return postgres.alongside(command);
    }

    public Path home() {
        return home.path();
    }

    /** Stops both servers in an orderly way and frees the home; further calls do nothing. */
    @Override
    public void close() {
        if (keptUntilExit) {
            return;
        }
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "the JVM is already stopping");
        }
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        var failure = new LocalStackException("the local stack in " + home.path() + " did not stop cleanly");
        stopQuietly(redis::stop, failure);
        stopQuietly(postgres::stop, failure);
        stopQuietly(home::release, failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private static void stopQuietly(Runnable step, RuntimeException failure) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
