package com.servistech.erp.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens after power cuts and kills. */
class KilledStackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private final LocalStackOptions options = LocalStackOptions.at(directory.resolve("home"));

    /** What the JVM that is killed in these tests runs. */
    static final class Starter {

        public static void main(String[] arguments) throws IOException {
            LocalStackOptions options = arguments.length == 0
                    ? LocalStackOptions.inTemporaryDirectory()
                    : LocalStackOptions.at(Path.of(arguments[0]));
            LocalStack stack = LocalStack.start(options);
            System.out.println(stack.home());
            System.out.println(stack.postgresPort());
            System.in.read();
            stack.close();
        }
    }

    @Test
    void committedDataSurvivesAKilledDatabase() throws Exception {
        try (LocalStack stack = LocalStack.start(options)) {
            Database.run(stack, "create table survivor as select 1 as id");
            kill(postmaster(stack.home()));
        }
        try (LocalStack stack = LocalStack.start(options)) {
            assertThat(Database.ask(stack, "select id from survivor")).isEqualTo("1");
            Database.run(stack, "drop table survivor");
        }
    }

    @Test
    void aPidFileThatNowNamesAStrangerIsNoObstacleAndTheStrangerLives() throws Exception {
        try (LocalStack stack = LocalStack.start(options)) {
            kill(postmaster(stack.home()));
            assertThat(Orphans.under(stack.home().resolve("postgres-15.19.0")).haveEnded(PATIENCE))
                    .isTrue();
        }
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path pidFile = options.home().resolve("data/postmaster.pid");
            String content = Files.readString(pidFile);
            Files.writeString(pidFile, stranger.pid() + content.substring(content.indexOf('\n')));

            try (LocalStack stack = LocalStack.start(options)) {
                assertThat(Database.ask(stack, "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void serversOfAKilledProgramAreReplacedAndTheirDataKept() throws Exception {
        Process other = startInAnotherJvm(options.home().toString());
        long orphan;
        try {
            BufferedReader output = output(other);
            Path home = Path.of(output.readLine());
            assertThat(output.readLine()).containsOnlyDigits();
            orphan = postmaster(home);

            assertThatThrownBy(() -> LocalStack.start(options))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("already running in process " + other.pid());
            assertThat(Orphans.under(home).have(orphan)).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
        Path home = options.home().toRealPath();
        assertThat(Orphans.under(home.resolve("postgres-15.19.0")).have(orphan)).isTrue();
        assertThat(Orphans.under(home.resolve("redis-7.0.15")).haveEnded(Duration.ZERO))
                .isFalse();

        try (LocalStack stack = LocalStack.start(options)) {
            assertThat(Orphans.under(home).have(orphan)).isFalse();
            assertThat(Database.ask(stack, "select 1")).isEqualTo("1");
            assertThat(Redis.ask(stack, "PING")).contains("+PONG");
        }
        assertThat(Orphans.under(home).haveEnded(Duration.ZERO)).isTrue();
    }

    @Test
    void theTemporaryHomeOfAKilledTestRunIsClearedAwayByTheNextOne() throws Exception {
        Process other = startInAnotherJvm();
        Path home;
        try {
            home = Path.of(output(other).readLine());
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(home).isDirectory();

        EphemeralHomes.claim().release();

        assertThat(home).doesNotExist();
        assertThat(Orphans.under(home).haveEnded(Duration.ZERO)).isTrue();
    }

    @Test
    void aProgramThatEndsNormallyTakesItsServersAlong() throws Exception {
        Process other = startInAnotherJvm();
        Path home = Path.of(output(other).readLine());
        other.destroy();
        other.waitFor();

        assertThat(home).doesNotExist();
        assertThat(Orphans.under(home).haveEnded(Duration.ZERO)).isTrue();
    }

    private static Process startInAnotherJvm(String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static long postmaster(Path home) throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(0));
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
