package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.servistech.erp.backup.folder.FolderStore;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgDump;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Refused;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackOptions;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.tenancy.Uuid7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while the database is read; the numbers are those of docs/backups.md. Nothing is ever published. */
class DumpFaultsTest {

    @TempDir
    private Path root;

    private BackupLab lab;
    private Shelf shelf;

    @BeforeEach
    void open() {
        lab = new BackupLab(root);
        shelf = lab.folder();
    }

    @AfterEach
    void nothingIsPublished() throws IOException {
        assertThat(lab.files()).isEmpty();
    }

    @Test
    void b01aHostThatNobodyKnowsIsNamed() {
        PgConfig pg = at("nobody.invalid", BackupLab.pg().backup());
        assertThatThrownBy(() -> new PgDump(pg).claim())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("nobody.invalid");
    }

    @Test
    void b02aWrongPasswordIsRefusedAndNeverShown() {
        PgConfig pg = at("127.0.0.1", new PgConfig.Login("erp_backup", "not the password"));
        assertThatThrownBy(() -> new PgDump(pg).claim())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("erp_backup")
                .hasMessageNotContaining("not the password");
    }

    @Test
    void b03aDatabaseThatIsKilledOnTheWayEndsTheBackup() throws Exception {
        try (LocalStack mortal = LocalStack.start(LocalStackOptions.inTemporaryDirectory())) {
            String superuser = mortal.superuserPassword();
            Bootstrap.createDatabase(mortal.jdbcUrl("postgres"), "postgres", superuser, "erp_mortal");
            new Bootstrap(mortal.jdbcUrl("erp_mortal"), "postgres", superuser)
                    .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                            .collect(Collectors.toMap(role -> role, mortal::password)));
            try (var connection =
                            java.sql.DriverManager.getConnection(mortal.jdbcUrl("erp_mortal"), "postgres", superuser);
                    var statement = connection.createStatement()) {
                statement.execute("create table large as select g, md5(g::text) a, md5((-g)::text) b"
                        + " from generate_series(1, 500000) g; grant select on large to erp_backup");
            }
            PgConfig pg = new PgConfig(
                    "127.0.0.1",
                    mortal.postgresPort(),
                    "erp_mortal",
                    new PgConfig.Login("erp_backup", mortal.password("erp_backup")),
                    null,
                    Optional.empty(),
                    root,
                    Duration.ofSeconds(30));
            try (DatabaseDump.Claim claim = new PgDump(pg).claim()) {
                TakeBackup take = new TakeBackup(List.of(shelf), lab.uploaded(), Sealing.OPEN, lab.clock);
                TakeBackup.Order order = new TakeBackup.Order(Uuid7.next(lab.clock), Tier.MANUAL, "{}");
                assertThatThrownBy(() -> take.take(claim, order, bytes -> kill(mortal)))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("pg_dump ended with 1")
                        .hasMessageContaining("server closed the connection unexpectedly");
            }
        }
    }

    /** As {@code kill -9} of the server and all of its children; nobody is left to stop then. */
    private static void kill(LocalStack stack) {
        try (Stream<Path> files = Files.walk(stack.home())) {
            for (Path pid :
                    files.filter(file -> file.endsWith("postmaster.pid")).toList()) {
                ProcessHandle server = ProcessHandle.of(
                                Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                        .orElseThrow();
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
                Files.delete(pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void b04aMissingProgramNamesItsPackage() {
        PgConfig pg = BackupLab.pg();
        PgConfig without = new PgConfig(
                pg.host(),
                pg.port(),
                pg.database(),
                pg.backup(),
                pg.restore(),
                Optional.of(root),
                pg.temporary(),
                pg.patience());
        assertThatThrownBy(() -> new PgDump(without).claim())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("postgresql-client");
    }

    @Test
    void b05aProgramOlderThanTheServerIsRefusedBeforeItIsAsked() throws IOException {
        PgConfig pg = lab.pgWith("echo 'pg_dump (PostgreSQL) 14.9'");
        assertThatThrownBy(() -> new PgDump(pg).claim())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("14.9")
                .hasMessageContaining("postgresql-client-15");
    }

    @Test
    void b07aProgramThatWritesNothingAndSaysThatItDidWellIsNotBelieved() throws IOException {
        assertFails(lab.pgWith("case $1 in --version) exec $real --version;; esac; exit 0"), "the dump is not whole");
    }

    @Test
    void b08aProgramThatFailsAtTheEndIsNotBelievedAlthoughItWroteEverything() throws IOException {
        assertFails(
                lab.pgWith("$real \"$@\"; case $1 in --version) exit 0;; esac; echo 'at the very end' >&2; exit 1"),
                "pg_dump ended with 1: at the very end");
    }

    @Test
    void b09aProgramThatHangsIsEndedWithItsChildren() throws Exception {
        Path pid = root.resolve("pid");
        PgConfig pg = lab.pgWith(
                "case $1 in --version) exec $real --version;; esac\nsleep 600 & echo $! > '" + pid + "'\nwait");
        assertFails(pg, "was silent for PT2S");
        long child = Long.parseLong(Files.readString(pid).strip());
        Optional<ProcessHandle> alive = ProcessHandle.of(child);
        if (alive.isPresent()) {
            alive.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void b10theRoleOfTheApplicationIsRefused() {
        PgConfig pg = at("127.0.0.1", new PgConfig.Login("erp_app", BackupLab.STACK.password("erp_app")));
        assertThatThrownBy(() -> new PgDump(pg).claim())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not see the rows of all stores");
    }

    @Test
    void b11rowsThatRowLevelSecurityHidesAreMissed() throws IOException {
        PgConfig pg = lab.pgWith("""
                case $1 in --version) exec $real --version;; esac
                export PGPASSWORD='%s'
                for a do shift; case $a in --username=*|--snapshot=*) ;; *) set -- "$@" "$a";; esac; done
                exec $real --enable-row-security --username=erp_app --table='erp.customers' --table='erp.stores' "$@\"""".formatted(BackupLab.STACK.password("erp_app")));
        assertFails(pg, "the dump is not whole", "erp.customers has 150 rows in the database and 0 in the dump");
    }

    @Test
    void b12aTableThatIsNotInTheDumpIsMissed() throws IOException {
        assertFails(
                lab.pgWith("case $1 in --version) exec $real --version;; esac\n"
                        + "exec $real --exclude-table-data=erp.customers \"$@\""),
                "erp.customers is missing");
    }

    @Test
    void b14aDiskThatBecomesFullOnTheWayEndsTheBackupAndKeepsTheOnesBefore() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", disk.toString());
        assumeTrue(mounted, "only root can make a small disk");
        try {
            Shelf small = new Shelf(new FolderStore(disk), BackupLab.KEY);
            lab.take(Tier.MANUAL, small);
            Inventory before = small.inventory();
            assertThatThrownBy(() -> fill(small)).hasMessageContaining("No space left on device");
            assertThat(small.inventory().backups())
                    .containsAll(before.backups())
                    .allSatisfy(backup -> assertThat(backup.whole()).isTrue());
            try (Stream<Path> files = Files.walk(disk)) {
                assertThat(files.filter(Files::isRegularFile))
                        .as("two of each whole backup, and nothing else")
                        .hasSize(2 * small.inventory().backups().size());
            }
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private void fill(Shelf small) throws IOException {
        for (int i = 0; i < 20; i++) {
            lab.take(Tier.MANUAL, small);
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void b15aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("a file"), "x");
        Shelf readOnly = new Shelf(new FolderStore(file.resolve("backups")), BackupLab.KEY);
        assertThatThrownBy(() -> lab.take(Tier.MANUAL, readOnly)).hasMessageContaining(file.toString());
    }

    @Test
    void b15aTemporaryFolderThatIsNotThereEndsTheFastForm() {
        PgConfig pg = BackupLab.pg();
        PgConfig nowhere = new PgConfig(
                pg.host(),
                pg.port(),
                pg.database(),
                pg.backup(),
                pg.restore(),
                pg.programs(),
                root.resolve("nowhere"),
                pg.patience());
        assertThatThrownBy(() -> lab.take(nowhere, Tier.WEEKLY, Sealing.OPEN, shelf))
                .hasMessageContaining("nowhere");
    }

    @Test
    void b28theSecondOfTwoThatBeginTogetherIsRefused() {
        try (DatabaseDump.Claim first = new PgDump(BackupLab.pg()).claim()) {
            assertThatThrownBy(() -> new PgDump(BackupLab.pg()).claim())
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("Another backup");
            assertThat(first.contents().rows()).isNotEmpty();
        }
        new PgDump(BackupLab.pg()).claim().close();
    }

    @Test
    void b48aLockThatIsNotGivenEndsTheBackupInsteadOfTheShop() throws Exception {
        PgConfig pg = lab.pgWith(
                "case $1 in --version) exec $real --version;; esac\n" + "exec $real \"$@\" --lock-wait-timeout=200");
        try (var connection = java.sql.DriverManager.getConnection(
                        BackupLab.STACK.jdbcUrl(BackupLab.DATABASE), "postgres", BackupLab.STACK.superuserPassword());
                var statement = connection.createStatement();
                DatabaseDump.Claim claim = new PgDump(pg).claim()) {
            claim.contents();
            connection.setAutoCommit(false);
            statement.execute("lock table erp.outbox in access share mode");
            // another session waits for the whole table, so that pg_dump stands behind it
            Thread ddl = new Thread(() -> lockAll());
            ddl.start();
            BackupLab.awaitWaiting();
            assertThatThrownBy(() -> claim.write(BackupForm.PLAIN, java.io.OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("timeout");
            connection.rollback();
            claim.close();
            ddl.join();
        }
    }

    private static void lockAll() {
        try {
            BackupLab.ask(
                    BackupLab.DATABASE, "begin; lock table erp.outbox in access exclusive mode; commit; select 'done'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertFails(PgConfig pg, String... words) {
        assertThatThrownBy(() -> lab.take(pg, Tier.MANUAL, Sealing.OPEN, shelf))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words);
    }

    private static PgConfig at(String host, PgConfig.Login login) {
        PgConfig pg = BackupLab.pg();
        return new PgConfig(
                host,
                pg.port(),
                pg.database(),
                login,
                pg.restore(),
                Optional.empty(),
                pg.temporary(),
                Duration.ofSeconds(20));
    }
}
