package com.servistech.erp.audit;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UnitOfWork;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database with a short history of two stores, made once; each test works on a copy of its own. */
final class AuditDatabase implements AutoCloseable {

    private static final LocalStack STACK = LocalStack.shared();
    private static final String ORIGINAL = "erp_audit";
    private static final List<String> GUARDS =
            List.of("entries/append_only", "entries/link", "links/append_only", "seals/append_only");
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final AtomicInteger DOCUMENTS = new AtomicInteger(10_000_000);
    private static boolean made;

    private final String name;
    private Erp erp;
    final StoreId ccs;
    final StoreId vln;

    private AuditDatabase(String name) {
        this.name = name;
        this.erp = start();
        List<StoreId> stores = erp.inChain(SystemCaller.of("test"))
                .read(s -> s.stores().list(Page.Request.first()).items().stream()
                        .sorted(Comparator.comparing(StoreCard::code))
                        .map(store -> new StoreId(store.id()))
                        .toList());
        this.ccs = stores.isEmpty() ? null : stores.get(0);
        this.vln = stores.isEmpty() ? null : stores.get(1);
    }

    private Erp start() {
        return Erp.start(new PlainRuntime(new ErpConfig(
                new DatabaseConfig("127.0.0.1", STACK.postgresPort(), name, "erp_app", STACK.password("erp_app"), 2),
                SigningKey.generate(),
                URI.create("http://127.0.0.1:9/"))));
    }

    static synchronized AuditDatabase copy() {
        if (!made) {
            Bootstrap.createDatabase(STACK.jdbcUrl("postgres"), "postgres", STACK.superuserPassword(), ORIGINAL);
            new Bootstrap(STACK.jdbcUrl(ORIGINAL), "postgres", STACK.superuserPassword())
                    .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                            .collect(Collectors.toMap(role -> role, STACK::password)));
            new Migrations(STACK.jdbcUrl(ORIGINAL), "erp_migrator", STACK.password("erp_migrator")).migrate();
            try (AuditDatabase original = new AuditDatabase(ORIGINAL)) {
                original.open();
            }
            try (AuditDatabase original = new AuditDatabase(ORIGINAL)) {
                original.work(original.ccs, 1, 3, 1, 1, 2);
                original.work(original.vln, 1, 1);
            }
            made = true;
        }
        return copyOf(ORIGINAL);
    }

    /** A copy as a backup makes it; nobody may be connected to the original. */
    private static AuditDatabase copyOf(String original) {
        String copy = "erp_audit_" + COPIES.incrementAndGet();
        administer("create database " + copy + " template " + original);
        return new AuditDatabase(copy);
    }

    /** This database as a backup of now has it. */
    AuditDatabase backup() {
        erp.close();
        AuditDatabase copy = copyOf(name);
        erp = start();
        return copy;
    }

    @Override
    public void close() {
        erp.close();
        if (!name.equals(ORIGINAL)) {
            administer("drop database " + name + " with (force)");
        }
    }

    /** The positions of a store's links as they are read some at a time. */
    List<List<Long>> pages(StoreId store, int mostLinks, int mostEntries) {
        SystemCaller caller = SystemCaller.of("test");
        return new UnitOfWork(erp.runtime().transactions(), Clock.systemUTC(), caller, new Scope.OneStore(store))
                .read(work -> {
                    LinkPages pages = new LinkPages(work, store, mostLinks, mostEntries);
                    List<List<Long>> read = new ArrayList<>();
                    List<ChainLink> some = pages.between(0, 100);
                    while (!some.isEmpty()) {
                        read.add(some.stream().map(ChainLink::position).toList());
                        some = pages.between(some.get(some.size() - 1).position(), 100);
                    }
                    return read;
                });
    }

    /** @param customers how many are registered in each transaction */
    void work(StoreId store, int... customers) {
        for (int count : customers) {
            erp.inStore(SystemCaller.of("test"), store).write(s -> {
                for (int i = 0; i < count; i++) {
                    String document = "V-" + DOCUMENTS.incrementAndGet();
                    s.customers().register(new NewCustomer("Ana", document, "04141234567", null, null));
                }
                return null;
            });
        }
    }

    /** One statement that adds several rows to an append-only table. */
    void addJournal(int rows) throws SQLException {
        try (Connection connection = application();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select erp.enter_scope(array['" + ccs
                    + "']::uuid[], false, null, 'SYSTEM', 'r', null, null, false)");
            statement.execute(
                    "insert into erp.journal_entries (store_id, id, business_day, posted_at, kind, document_id)"
                            + " select '" + ccs + "', gen_random_uuid(), current_date, now(), 'TEST', gen_random_uuid()"
                            + " from generate_series(1, " + rows + ")");
            connection.commit();
        }
    }

    Erp erp() {
        return erp;
    }

    Anchor seal() {
        return erp.inChain(SystemCaller.of("test")).write(s -> s.audit().seal());
    }

    AuditReport verify() {
        return verify(null);
    }

    AuditReport verify(Anchor anchor) {
        return erp.inChain(SystemCaller.of("test")).read(s -> s.audit().verify(anchor, false));
    }

    AuditReport verifyRows() {
        return erp.inChain(SystemCaller.of("test")).read(s -> s.audit().verify(null, true));
    }

    /** As whoever owns the server: with the guards that stop even the owner switched off. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = erp");
            for (String guard : GUARDS) {
                statement.execute("alter table audit_" + guard.replace("/", " disable trigger "));
            }
            for (String sql : statements) {
                statement.execute(sql.replace("$ccs", "'" + ccs + "'").replace("$vln", "'" + vln + "'"));
            }
            for (String guard : GUARDS) {
                statement.execute("alter table audit_" + guard.replace("/", " enable always trigger "));
            }
            connection.commit();
        }
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = erp");
            try (ResultSet rs =
                    statement.executeQuery(sql.replace("$ccs", "'" + ccs + "'").replace("$vln", "'" + vln + "'"))) {
                return rs.next() ? rs.getString(1) : null;
            }
        }
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(STACK.jdbcUrl(name), "postgres", STACK.superuserPassword());
    }

    Connection application() throws SQLException {
        return DriverManager.getConnection(STACK.jdbcUrl(name), "erp_app", STACK.password("erp_app"));
    }

    private void open() {
        erp.inChain(SystemCaller.of("test")).write(s -> {
            IssuerCard issuer = s.stores()
                    .addIssuer(new NewIssuer(
                            "J123456789", "ServisTech C.A.", "Caracas", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY"));
            UUID id = issuer.id();
            s.stores().open(new NewStore(id, "CCS-01", "Chacao", "Calle 1", null, "A"));
            return s.stores().open(new NewStore(id, "VLN-01", "Valencia", "Calle 2", null, "B"));
        });
    }

    private static void administer(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(STACK.jdbcUrl("postgres"), "postgres", STACK.superuserPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
