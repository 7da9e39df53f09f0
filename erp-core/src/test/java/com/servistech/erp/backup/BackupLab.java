package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.backup.folder.FolderStore;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgDump;
import com.servistech.erp.backup.pgdump.PgRestore;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.files.folder.FolderFiles;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.kit.SettableClock;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Uuid7;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop's database with a hundred and fifty customers, made once, and everything that is needed to back it up. */
final class BackupLab {

    static final String DATABASE = "erp_shop";
    static final ManifestKey KEY = new ManifestKey("a key of the operator, of 32 characters and more");
    static final LocalStack STACK = LocalStack.shared();

    private static final String PRISTINE = "erp_pristine";
    private static final int CUSTOMERS = 150;
    private static boolean made;

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T06:00:00Z"));
    final Path root;

    BackupLab(Path root) {
        this.root = root;
        requireClient();
        make();
    }

    /** Here a missing program skips; where all tests must run it fails. */
    static void requireClient() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pg_dump")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("postgresql-client is installed by .ci/run").isTrue();
        }
        assumeTrue(there, "pg_dump is not on this computer: install postgresql-client");
    }

    private static synchronized void make() {
        if (!made) {
            Bootstrap.createDatabase(STACK.jdbcUrl("postgres"), "postgres", STACK.superuserPassword(), DATABASE);
            bootstrap(DATABASE);
            new Migrations(STACK.jdbcUrl(DATABASE), "erp_migrator", STACK.password("erp_migrator")).migrate();
            try (Erp erp = erp()) {
                StoreId store = new StoreId(erp.inChain(SystemCaller.of("test"))
                        .write(s -> {
                            IssuerCard issuer = s.stores()
                                    .addIssuer(new NewIssuer(
                                            "J123456789",
                                            "ServisTech C.A.",
                                            "Caracas",
                                            "ORDINARY",
                                            "REFUSE",
                                            "NEXT_BANKING_DAY"));
                            return s.stores()
                                    .open(new NewStore(issuer.id(), "CCS-01", "Chacao \\. ñ", "Calle\n1\t", null, "A"));
                        })
                        .id());
                erp.inStore(SystemCaller.of("test"), store).write(s -> {
                    for (int i = 0; i < CUSTOMERS; i++) {
                        s.customers()
                                .register(new NewCustomer(
                                        "Ana \"" + i + "\" \\.", "V-" + (12_000_000 + i), "04141234567", null, null));
                    }
                    return null;
                });
            }
            try {
                // as it is before any test leaves something in it
                ask("postgres", "create database " + PRISTINE + " template " + DATABASE);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            made = true;
        }
    }

    static void bootstrap(String database) {
        new Bootstrap(STACK.jdbcUrl(database), "postgres", STACK.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, STACK::password)));
    }

    static Erp erp() {
        return Erp.start(new PlainRuntime(new ErpConfig(
                new DatabaseConfig(
                        "127.0.0.1", STACK.postgresPort(), DATABASE, "erp_app", STACK.password("erp_app"), 2),
                SigningKey.generate(),
                URI.create("http://127.0.0.1:9/"))));
    }

    /** A copy of the shop's database as it was made, for tests that count what is in it. */
    static void copy(String database) throws SQLException {
        drop(database);
        ask("postgres", "create database " + database + " template " + PRISTINE);
        bootstrap(database);
    }

    /** What the whole ERP needs to back such a copy up into {@link #folder()}. */
    Map<String, String> environment(String database) {
        return new HashMap<>(Map.of(
                "ERP_DB_HOST", "127.0.0.1",
                "ERP_DB_PORT", Integer.toString(STACK.postgresPort()),
                "ERP_DB_NAME", database,
                "ERP_DB_PASSWORD", STACK.password("erp_app"),
                "ERP_FILES_DIR", root.resolve("files").toString(),
                "ERP_BACKUP_DIR", root.resolve("backups").toString(),
                "ERP_BACKUP_KEY", "a key of the operator, of 32 characters and more",
                "ERP_BACKUP_PASSWORD", STACK.password("erp_backup"),
                "ERP_RESTORE_PASSWORD", STACK.password("erp_restore")));
    }

    static PgConfig pg() {
        return pg(DATABASE);
    }

    static PgConfig pg(String database) {
        return new PgConfig(
                "127.0.0.1",
                STACK.postgresPort(),
                database,
                new PgConfig.Login("erp_backup", STACK.password("erp_backup")),
                new PgConfig.Login("erp_restore", STACK.password("erp_restore")),
                Optional.empty(),
                Path.of(System.getProperty("java.io.tmpdir")),
                Duration.ofMinutes(2));
    }

    /** With a program of ours in the place of pg_dump: {@code $real} is the real one. */
    PgConfig pgWith(String script) throws IOException {
        Path folder = Files.createTempDirectory(root, "bin");
        for (String name : List.of("pg_dump", "psql", "pg_restore")) {
            Files.writeString(
                    folder.resolve(name),
                    "#!/bin/sh\nreal=" + name + "\n" + (name.equals("pg_dump") ? script : "exec $real \"$@\"") + "\n");
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwx------"));
        }
        PgConfig pg = pg();
        return new PgConfig(
                pg.host(),
                pg.port(),
                pg.database(),
                pg.backup(),
                pg.restore(),
                Optional.of(folder),
                pg.temporary(),
                Duration.ofSeconds(2));
    }

    Shelf folder() {
        return new Shelf(new FolderStore(root.resolve("backups")), KEY);
    }

    /** Where this lab's uploaded files lie. */
    FolderFiles uploaded() {
        return new FolderFiles(root.resolve("files"));
    }

    TakeBackup.Outcome take(Tier tier, Shelf... shelves) throws IOException {
        return take(pg(), tier, Sealing.OPEN, shelves);
    }

    TakeBackup.Outcome take(PgConfig pg, Tier tier, Sealing sealing, Shelf... shelves) throws IOException {
        try (DatabaseDump.Claim claim = new PgDump(pg).claim()) {
            return new TakeBackup(List.of(shelves), uploaded(), sealing, clock)
                    .take(claim, new TakeBackup.Order(Uuid7.next(clock), tier, "{}"), bytes -> {});
        }
    }

    Proof verify(Shelf shelf, StoredBackup backup) throws IOException {
        return new VerifyBackup(new PgRestore(pg()), Sealing.OPEN, clock).verify(shelf, backup, step -> {});
    }

    static StoredBackup newest(Shelf shelf) throws IOException {
        return shelf.inventory().backups().get(0);
    }

    static String ask(String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(STACK.jdbcUrl(database), "postgres", STACK.superuserPassword());
                Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? value(statement.getResultSet()) : null;
        }
    }

    /** Returns once some transaction waits for another one's lock. */
    static void awaitWaiting() throws SQLException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadline) {
            if (!"0".equals(ask(DATABASE, "select count(*) from pg_locks where not granted"))) {
                return;
            }
        }
        throw new IllegalStateException("nobody waits");
    }

    static void drop(String database) throws SQLException {
        ask("postgres", "drop database if exists " + database + " with (force)");
    }

    private static String value(ResultSet rs) throws SQLException {
        return rs.next() ? rs.getString(1) : null;
    }

    /** Every file below the backups, by name. */
    List<String> files() throws IOException {
        Path backups = root.resolve("backups");
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(backups)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> backups.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
