package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.cli.Main;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.audit.AuditFilter;
import com.servistech.erp.sdk.error.Conflict;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.error.NotFound;
import com.servistech.erp.sdk.jobs.Job;
import com.servistech.erp.sdk.jobs.JobRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Jobs over HTTP and on the command line; the server is one node of the cluster, and a program beside it another. */
class JobsTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient ADMIN = SERVER.as("admin");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Ended(int exit, String said) {}

    @Test
    void theListNamesEveryJobOfTheContractAndSaysWhichCanRunHere() {
        List<Job> jobs = ADMIN.jobs().list().items();

        assertThat(jobs)
                .extracting(Job::name)
                .contains(
                        "bcv-rates",
                        "binance-rates",
                        "database-backup",
                        "full-backup",
                        "backup-cleanup",
                        "commissions",
                        "health-report");
        assertThat(jobs).allSatisfy(job -> assertThat(job.zone()).isEqualTo("America/Caracas"));
        assertThat(jobs).filteredOn(job -> job.name().equals("commissions")).allMatch(Job::runnable);
    }

    @Test
    void aRunThatAnAdministratorAsksForIsDoneByTheServerAndIsOnRecord() {
        SERVER.publishRate();
        JobRun asked = ask("bcv-rates");
        JobRun ended = ended(asked.id());

        assertThat(ended.status()).as(ended.toString()).isEqualTo("COMPLETED");
        assertThat(ended.note().orElseThrow()).matches("PUBLISHED.*|UNCHANGED.*");
        assertThat(ended.done()).isEqualTo(1);
        assertThat(ADMIN.jobs().runs("bcv-rates").items())
                .extracting(JobRun::id)
                .contains(asked.id());
        assertThat(ADMIN.audit()
                        .list(AuditFilter.all().action("job.asked").id(asked.id()))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> ADMIN.jobs().cancel(asked.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void theHealthReportIsKeptAndShown() {
        JobRun ended = ended(ask("health-report").id());

        assertThat(ended.status()).as(ended.toString()).isEqualTo("COMPLETED");
        assertThat(ADMIN.jobs().healthReports().items().get(0)).satisfies(report -> {
            assertThat(report.integer("databaseBytes")).isPositive();
            assertThat(report.integer("sessions")).isPositive();
            assertThat(report.string("version")).contains("PostgreSQL 15");
            boolean proven = report.optional("provenBackup", report::string).isPresent();
            assertThat(report.strings("problems").contains("ningún respaldo probado"))
                    .isNotEqualTo(proven);
            assertThat(report.string("walArchive"))
                    .as("the local stack archives nothing")
                    .isEqualTo("OFF");
            boolean exposureKnown =
                    report.optional("exposureMinutes", report::integer).isPresent();
            assertThat(exposureKnown || !proven)
                    .as("whoever has a proven backup knows how old it is")
                    .isTrue();
            assertThat(report.flag("healthy"))
                    .isEqualTo(report.strings("problems").isEmpty());
        });
    }

    @Test
    void managersSeeNoJobsAndNobodyRunsWhatIsNotThere() {
        ErpClient manager = SERVER.as("manager.ccs-01");
        assertThatThrownBy(() -> manager.jobs().list()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> manager.jobs().run("commissions")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> ADMIN.jobs().run("sweep-the-floor")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ADMIN.jobs().get(UUID.randomUUID())).isInstanceOf(NotFound.class);
        ADMIN.jobs().list().items().stream()
                .filter(job -> !job.runnable())
                .forEach(job -> assertThatThrownBy(() -> ADMIN.jobs().run(job.name()))
                        .isInstanceOf(Conflict.class)
                        .hasMessageContaining(job.name()));
    }

    @Test
    void theCommandLineRunsTheSameJobsWithoutAServer() throws InterruptedException {
        Ended run = finish(erp("http://127.0.0.1:9/", "jobs", "run", "commissions"));
        assertThat(run.said()).startsWith("commissions COMPLETED");
        assertThat(run.exit()).isZero();
        assertThat(finish(erp("http://127.0.0.1:9/", "jobs", "list")).said())
                .contains("health-report")
                .contains("COMPLETED");
        Ended health = finish(erp("http://127.0.0.1:9/", "health"));
        assertThat(health.said())
                .contains("Base de datos")
                .containsPattern("respaldo probado (ninguno|\\d{4}-)")
                .containsPattern("no se sabe cuánto se perdería|hoy se perdería como mucho \\d+");
        assertThat(health.exit())
                .as("the exit code tells a watching script what the words tell people: %s", health.said())
                .isEqualTo(health.said().startsWith("Atención:") ? 1 : 0);
    }

    @Test
    void j01AProcessThatIsKilledInTheMiddleOfARunLosesItToTheServer() throws Exception {
        SERVER.publishRate();
        try (ServerSocket silentBank = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Process process = working(silentBank);
            process.destroyForcibly().waitFor();
            JobRun taken = newest();
            assertThat(taken.status())
                    .as("nobody else takes it while its lease lasts")
                    .isEqualTo("RUNNING");

            endLease();
            JobRun ended = ended(taken.id());
            assertThat(ended.status()).as(ended.toString()).isEqualTo("COMPLETED");
            assertThat(ended.view().integer("attempt")).isEqualTo(2);
            assertThat(ended.view().string("node")).isNotEqualTo(taken.view().string("node"));
        }
    }

    @Test
    void j04AProcessThatWasStoppedAndComesBackWritesNothing() throws Exception {
        SERVER.publishRate();
        try (ServerSocket silentBank = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Process process = working(silentBank);
            signal(process, "STOP");
            JobRun taken = newest();
            endLease();
            JobRun ended = ended(taken.id());
            List<String> attempts = attempts();
            signal(process, "CONT");
            silentBank.close();
            Ended late = finish(process);

            assertThat(ended.status()).as(ended.toString()).isEqualTo("COMPLETED");
            assertThat(ADMIN.jobs().get(taken.id())).as("as the server left it").isEqualTo(ended);
            assertThat(attempts())
                    .as("what it asked meanwhile is not on record")
                    .isEqualTo(attempts);
            assertThat(late.said()).startsWith("bcv-rates COMPLETED");
        }
    }

    /** A program that works on the bank's rates, while the bank lets it wait. */
    private static Process working(ServerSocket silentBank) throws IOException, InterruptedException {
        silentBank.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        for (int i = 0; i < 5; i++) {
            Process process = erp("http://localhost:" + silentBank.getLocalPort() + "/", "jobs", "run", "bcv-rates");
            try {
                Socket waits = silentBank.accept();
                assertThat(waits.isConnected()).isTrue();
                return process;
            } catch (java.net.SocketTimeoutException e) {
                // the server was faster and ended this run
                process.waitFor();
            }
        }
        throw new AssertionError("the server was always faster");
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static JobRun ask(String job) {
        Supplier<JobRun> asking = () -> {
            try {
                return ADMIN.jobs().run(job);
            } catch (Conflict open) {
                return null;
            }
        };
        return await(asking);
    }

    private static JobRun newest() {
        return ADMIN.jobs().runs("bcv-rates").items().get(0);
    }

    private static JobRun ended(UUID run) {
        return await(() -> {
            JobRun now = ADMIN.jobs().get(run);
            return now.isOver() ? now : null;
        });
    }

    private static <T> T await(Supplier<T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T answer = question.get();
        while (answer == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = question.get();
        }
        assertThat(answer).as("within " + PATIENCE).isNotNull();
        return answer;
    }

    /** The cluster has waited long enough for who holds the run. */
    private static void endLease() throws SQLException {
        try (Connection superuser = SERVER.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update erp.job_runs set lease_until = clock_timestamp() - interval '1 second'"
                    + " where job = 'bcv-rates' and status = 'RUNNING'");
        }
    }

    private static List<String> attempts() throws SQLException {
        try (Connection superuser = SERVER.superuser()) {
            return RunningServer.ask(superuser, "select a::text from erp.rate_attempts a order by 1");
        }
    }

    private static Process erp(String bank, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ERP_DB_HOST", "127.0.0.1");
        builder.environment().put("ERP_DB_PORT", Integer.toString(SERVER.stack().postgresPort()));
        builder.environment().put("ERP_DB_NAME", LocalDatabase.NAME);
        builder.environment().put("ERP_DB_PASSWORD", SERVER.stack().password("erp_app"));
        builder.environment().put("ERP_DB_POOL", "2");
        builder.environment().put("ERP_BCV_URL", bank);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended finish(Process process) throws InterruptedException {
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
