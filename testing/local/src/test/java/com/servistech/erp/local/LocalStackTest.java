package com.servistech.erp.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

    private static final List<String> ROLES = List.of("erp_migrator", "erp_app", "erp_backup", "erp_restore");

    @TempDir
    static Path directory;

    private final LocalStackOptions options = LocalStackOptions.at(directory.resolve("a home"));

    @Test
    void theDatabaseIsThePinnedOneAndAsDurableAsInProduction() throws SQLException {
        LocalStack stack = LocalStack.shared();

        assertThat(Database.ask(stack, "show server_version")).startsWith("15.19");
        assertThat(Database.ask(stack, "show fsync")).isEqualTo("on");
        assertThat(Database.ask(stack, "show synchronous_commit")).isEqualTo("on");
        assertThat(Database.ask(stack, "show password_encryption")).isEqualTo("scram-sha-256");
        assertThat(Database.ask(stack, "show max_connections")).isEqualTo("100");
        assertThat(Database.ask(stack, "show server_encoding")).isEqualTo("UTF8");
        assertThat(Database.ask(stack, "show lc_collate")).isEqualTo("C");
        assertThat(Database.ask(stack, "show timezone")).isEqualTo("UTC");
    }

    @Test
    void onlyThisComputerReachesTheDatabase() throws SQLException {
        LocalStack stack = LocalStack.shared();

        assertThat(Database.ask(stack, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Database.ask(stack, "show unix_socket_directories")).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefused() throws SQLException {
        LocalStack stack = LocalStack.shared();

        assertThatThrownBy(() -> Database.connect(stack, "wrong").close())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThat(Database.ask(
                        stack,
                        "select string_agg(distinct auth_method, ',') from pg_hba_file_rules where error is null"))
                .isEqualTo("scram-sha-256");
        assertThat(Database.ask(stack, "select rolpassword from pg_authid where rolname = 'postgres'"))
                .startsWith("SCRAM-SHA-256$");
    }

    @Test
    void redisAnswersOnlyToItsPassword() throws Exception {
        LocalStack stack = LocalStack.shared();

        assertThat(Redis.askWithoutPassword(stack, "PING")).startsWith("-NOAUTH");
        assertThat(Redis.ask(stack, "PING")).contains("+PONG");
        assertThat(Redis.ask(stack, "CONFIG GET bind")).contains("127.0.0.1").doesNotContain("0.0.0.0");
        assertThat(Redis.ask(stack, "CONFIG GET appendonly")).contains("yes");
    }

    @Test
    void everyRoleHasALongPasswordOfItsOwn() {
        LocalStack stack = LocalStack.shared();

        assertThat(ROLES.stream().map(stack::password))
                .doesNotHaveDuplicates()
                .doesNotContain(stack.superuserPassword())
                .allSatisfy(password -> assertThat(password).hasSizeGreaterThanOrEqualTo(32));
        assertThatThrownBy(() -> stack.password("erp_owner"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("erp_app");
    }

    @Test
    void nobodyElseOnTheComputerMayReadAPassword() throws Exception {
        Path home = LocalStack.shared().home();

        for (String file : List.of("secrets.properties", "redis/redis.conf")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(home.resolve("superuser.password")).doesNotExist();
    }

    @Test
    void dataAndPasswordsSurviveARestart() throws Exception {
        String password;
        try (LocalStack stack = LocalStack.start(options)) {
            password = stack.password("erp_app");
            Database.run(stack, "create table kept as select 42 as answer");
            Redis.ask(stack, "SET kept 42");
        }
        try (LocalStack stack = LocalStack.start(options)) {
            assertThat(stack.password("erp_app")).isEqualTo(password);
            assertThat(Database.ask(stack, "select answer from kept")).isEqualTo("42");
            assertThat(Redis.ask(stack, "GET kept")).contains("42");
            Database.run(stack, "drop table kept");
        }
    }

    @Test
    void aHomeServesOneStackAtATime() {
        try (LocalStack stack = LocalStack.start(options)) {
            assertThatThrownBy(() -> LocalStack.start(options))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining(stack.home().toString())
                    .hasMessageContaining("already running");
            assertThat(LocalStack.shared().home()).isNotEqualTo(stack.home());
        }
    }

    @Test
    void aTakenPortIsNamedTogetherWithTheOptionThatChangesIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> LocalStack.start(options.withPostgresPort(port)))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("postgresPort");
            assertThatThrownBy(() -> LocalStack.start(options.withRedisPort(port)))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("redisPort");
        }
        assertThat(Files.exists(options.home().resolve("data/postmaster.pid"))).isFalse();
    }

    @Test
    void theWantedPortsAreUsed() throws Exception {
        int postgresPort = Ports.free();
        int redisPort = Ports.free();

        try (LocalStack stack =
                LocalStack.start(options.withPostgresPort(postgresPort).withRedisPort(redisPort))) {
            assertThat(stack.postgresPort()).isEqualTo(postgresPort);
            assertThat(URI.create(stack.redisUrl()).getPort()).isEqualTo(redisPort);
            assertThat(Database.ask(stack, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anEphemeralStackLeavesNothingBehindAndMayBeClosedTwice() {
        LocalStack stack = LocalStack.start(LocalStackOptions.inTemporaryDirectory());
        assertThat(stack.home()).isDirectory();

        stack.close();
        stack.close();

        assertThat(stack.home()).doesNotExist();
        assertThat(Orphans.under(stack.home()).haveEnded(java.time.Duration.ZERO))
                .isTrue();
    }

    @Test
    void theSharedStackOutlivesItsUsers() throws SQLException {
        LocalStack.shared().close();

        assertThat(Database.ask(LocalStack.shared(), "select 1")).isEqualTo("1");
    }

    @Test
    void aLostPasswordFileDoesNotLockTheDataUnderNewPasswords() throws Exception {
        Path home = directory.resolve("lost");
        Files.createDirectories(home.resolve("data"));

        assertThatThrownBy(() -> LocalStack.start(LocalStackOptions.at(home)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("secrets.properties");
        assertThat(home.resolve("secrets.properties")).doesNotExist();
    }
}
