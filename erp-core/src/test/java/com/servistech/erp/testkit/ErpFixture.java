package com.servistech.erp.testkit;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.Session;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.kit.Invariants;
import com.servistech.erp.kit.SettableClock;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real database with two stores and one person of every role in each, once for all tests of this JVM. */
public final class ErpFixture {

    public static final String PASSWORD = "correct horse battery";

    /** The rates of the worked examples, by value date. */
    static final BigDecimal R1 = new BigDecimal("872.3927");

    static final BigDecimal R2 = new BigDecimal("876.7976");

    private static ErpFixture shared;

    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T14:00:00Z"));
    public final Erp erp;
    public final StoreId ccs;
    public final StoreId vln;
    /** Of a special taxpayer, who perceives IGTF. */
    public final StoreId mcb;

    private final LocalStack stack;
    private final Map<StoreId, Map<Role, UUID>> people = new HashMap<>();
    private int opened = 10;

    private ErpFixture(LocalStack stack) {
        this.stack = stack;
        Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), "erp_test");
        new Bootstrap(url(), "postgres", stack.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, stack::password)));
        new Migrations(url(), "erp_migrator", stack.password("erp_migrator")).migrate();
        erp = Erp.start(new PlainRuntime(config(), clock));
        theBankPublished();
        IssuerCard issuer = system(s -> s.stores()
                .addIssuer(new NewIssuer(
                        "J123456789", "ServisTech C.A.", "Caracas", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY")));
        ccs = open(issuer, "CCS-01", "A");
        vln = open(issuer, "VLN-01", "B");
        IssuerCard special = system(s -> s.stores()
                .addIssuer(new NewIssuer(
                        "J411971910", "ServisTech Zulia C.A.", "Maracaibo", "SPECIAL", "REFUSE", "NEXT_BANKING_DAY")));
        mcb = open(special, "MCB-01", "A");
    }

    /** The rates of the worked examples: without any, nothing that is worth something can be put in the books. */
    private void theBankPublished() {
        Instant now = clock.instant();
        clock.set(Instant.parse("2026-10-06T15:00:00Z"));
        system(s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 6), R1, Optional.empty()));
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 13), R2, Optional.empty()));
            return null;
        });
        clock.set(now);
    }

    public static synchronized ErpFixture shared() {
        if (shared == null) {
            shared = new ErpFixture(LocalStack.shared());
        }
        return shared;
    }

    /** One of its own, for tests that break the database. */
    public static ErpFixture on(LocalStack stack) {
        return new ErpFixture(stack);
    }

    public LocalStack stack() {
        return stack;
    }

    public String url() {
        return stack.jdbcUrl("erp_test");
    }

    public ErpConfig config() {
        return new ErpConfig(
                        new DatabaseConfig(
                                "127.0.0.1", stack.postgresPort(), "erp_test", "erp_app", stack.password("erp_app"), 8),
                        SigningKey.generate(),
                        URI.create("http://127.0.0.1:9/"))
                .withRedis(stack.redisUrl())
                .withFiles(stack.home().resolve("files"));
    }

    public UUID person(StoreId store, Role role) {
        return people.get(store).get(role);
    }

    public UserCaller caller(StoreId store, Role role) {
        return new UserCaller(
                person(store, role), false, Map.of(store, role), new Origin("test-" + role, "10.0.0.1", null));
    }

    /** One act of one person of a store, in a transaction of its own. */
    public <T> T as(Role role, StoreId store, Function<Session, T> act) {
        return erp.inStore(caller(store, role), store).write(act);
    }

    /** As {@link #as}, for tests of a feature below the session. */
    public <T> T work(Role role, StoreId store, Function<Work, T> act) {
        return new UnitOfWork(erp.runtime().transactions(), clock, caller(store, role), new Scope.OneStore(store))
                .write(act);
    }

    public <T> T system(Function<Session, T> act) {
        return erp.inChain(SystemCaller.of("test")).write(act);
    }

    /** @see Invariants */
    public List<String> brokenInvariants() {
        try (Connection connection = superuser()) {
            return Invariants.broken(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What not even the database's own administrator can do, tried; always undone. */
    public void asSuperuser(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.rollback();
        }
    }

    /** Returns once some transaction waits for another one's lock. */
    public void awaitBlockedBackend() throws SQLException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet rs = statement.executeQuery("select from pg_locks where not granted")) {
                    if (rs.next()) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("nobody waits");
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", stack.superuserPassword());
    }

    /** A further issuer with switches of its own; its RIF is nobody else's. */
    public synchronized IssuerCard issuer(String regime) {
        String rif = "J%09d".formatted(700_000_000 + opened++);
        return system(s -> s.stores()
                .addIssuer(new NewIssuer(rif, "Emisor " + rif, "Caracas", regime, "REFUSE", "NEXT_BANKING_DAY")));
    }

    /** A further store, with one person of each of these roles. */
    public synchronized StoreId store(IssuerCard issuer, Role... roles) {
        int number = opened++;
        // a hundred of them for each letter: TSA-00, TSA-01, ...
        String code = "TS%c-%02d".formatted('A' + number / 100, number % 100);
        return open(issuer, code, "T" + number, Set.of(roles));
    }

    private StoreId open(IssuerCard issuer, String code, String series) {
        EnumSet<Role> all = EnumSet.complementOf(EnumSet.of(Role.SUPER_ADMIN, Role.CUSTOMER));
        return open(issuer, code, series, all);
    }

    private StoreId open(IssuerCard issuer, String code, String series, Set<Role> staff) {
        StoreId store = new StoreId(system(
                        s -> s.stores().open(new NewStore(issuer.id(), code, "Sede " + code, "Calle 1", null, series)))
                .id());
        Map<Role, UUID> roles = new EnumMap<>(Role.class);
        for (Role role : staff) {
            String email = role.name().toLowerCase() + "@" + code.toLowerCase() + ".test";
            roles.put(
                    role,
                    system(s -> s.identity().add(new NewUser(role.name(), email, role, store.value(), PASSWORD)))
                            .id());
        }
        people.put(store, roles);
        return store;
    }
}
