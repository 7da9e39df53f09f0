package com.servistech.erp.it.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobBook;
import com.servistech.erp.JobNode;
import com.servistech.erp.JobTask;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.cli.demo.DemoClock;
import com.servistech.erp.identity.SigningKey;
import com.servistech.erp.jobs.RunStatus;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.tenancy.SystemCaller;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real run of commissions over the demo's stores, on two copies of one database. */
class CommissionsRunTest {

    private static final LocalStack STACK = LocalStack.shared();
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int DAYS = 6;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void j01AKilledRunThatGoesOnGivesTheSameCommissionsToTheByteAsOneThatWasLeftAlone() throws SQLException {
        bootstrapped("commissions_one");
        new Migrations(STACK.jdbcUrl("commissions_one"), "erp_migrator", STACK.password("erp_migrator")).migrate();
        try (Erp erp = open("commissions_one", new DemoClock(Clock.systemUTC()), book -> book)) {
            new Demo(erp, (DemoClock) erp.runtime().clock(), text -> {}, DAYS).load();
        }
        // as if nobody had settled anything yet
        change(
                "commissions_one",
                "alter table erp.commission_entries disable trigger all",
                "delete from erp.commission_entries",
                "alter table erp.commission_entries enable trigger all",
                "insert into erp.commission_changes (store_id, from_day) select id, date '-infinity' from erp.stores");
        change("postgres", "create database commissions_two template commissions_one");
        bootstrapped("commissions_two");

        try (Erp erp = open("commissions_one", Clock.systemUTC(), book -> book)) {
            ask(erp);
            assertThat(erp.jobNode("one", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
        AtomicInteger begun = new AtomicInteger();
        try (Erp erp = open("commissions_two", Clock.systemUTC(), book -> dying(book, begun))) {
            ask(erp);
            for (int death = 0; death < 2; death++) {
                JobNode node = erp.jobNode("node-" + death, LEASE);
                assertThatThrownBy(node::work).isInstanceOf(Killed.class);
                change(
                        "commissions_two",
                        "update erp.job_runs set lease_until = clock_timestamp() - interval '1 second'"
                                + " where status = 'RUNNING'");
            }
            assertThat(erp.jobNode("last", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }

        List<String> alone = commissions("commissions_one");
        assertThat(alone).isNotEmpty();
        assertThat(commissions("commissions_two")).isEqualTo(alone);
    }

    /** Dies before the work of the second part that it begins, and after that of the fourth, before it is committed. */
    private static JobBook dying(JobBook book, AtomicInteger begun) {
        JobTask real = book.task("commissions");
        return book.with(new JobTask("commissions", real.parts(), at -> {
            int number = begun.incrementAndGet();
            if (number == 2) {
                throw new Killed();
            }
            var work = real.part().prepare(at);
            return s -> {
                var ended = work.apply(s);
                if (number == 4) {
                    throw new Killed();
                }
                return ended;
            };
        }));
    }

    private static void ask(Erp erp) {
        erp.inChain(SystemCaller.of("test")).write(s -> s.jobs().ask("commissions"));
    }

    private static List<String> commissions(String database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(
                        "select (to_jsonb(e) - 'id' - 'created_at' - 'settlement_id')::text row from erp.commission_entries e order by 1")) {
            while (rs.next()) {
                rows.add(rs.getString(1));
            }
        }
        return rows;
    }

    private static Erp open(String database, Clock clock, UnaryOperator<JobBook> jobs) {
        ErpConfig config = new ErpConfig(
                new DatabaseConfig(
                        "127.0.0.1", STACK.postgresPort(), database, "erp_app", STACK.password("erp_app"), 4),
                SigningKey.generate(),
                ErpConfig.BANK);
        return Erp.start(new PlainRuntime(config, clock), jobs);
    }

    private static void bootstrapped(String database) {
        Bootstrap.createDatabase(STACK.jdbcUrl("postgres"), "postgres", STACK.superuserPassword(), database);
        new Bootstrap(STACK.jdbcUrl(database), "postgres", STACK.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, STACK::password)));
    }

    private static void change(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(STACK.jdbcUrl(database), "postgres", STACK.superuserPassword());
    }
}
