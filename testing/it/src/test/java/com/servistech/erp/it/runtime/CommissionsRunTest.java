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
import com.servistech.erp.rates.BankingCalendar;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real run of commissions over the demo's stores, on copies of one database. */
class CommissionsRunTest {

    private static final LocalStack STACK = LocalStack.shared();
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int DAYS = 6;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A few days of two stores, as if nobody had settled anything yet. */
    @BeforeAll
    static void workAFewDays() throws SQLException {
        bootstrapped("commissions_base");
        new Migrations(STACK.jdbcUrl("commissions_base"), "erp_migrator", STACK.password("erp_migrator")).migrate();
        try (Erp erp = open("commissions_base", new DemoClock(Clock.systemUTC()), book -> book)) {
            new Demo(erp, (DemoClock) erp.runtime().clock(), text -> {}, DAYS).load();
        }
        change(
                "commissions_base",
                "alter table erp.commission_entries disable trigger all",
                "delete from erp.commission_entries",
                "alter table erp.commission_entries enable trigger all",
                "insert into erp.commission_changes (store_id, from_day) select id, date '-infinity' from erp.stores");
        copy("commissions_alone");
        try (Erp erp = open("commissions_alone", Clock.systemUTC(), book -> book)) {
            ask(erp);
            assertThat(erp.jobNode("one", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
        assertThat(commissions("commissions_alone")).isNotEmpty();
    }

    @Test
    void j01AKilledRunThatGoesOnGivesTheSameCommissionsToTheByteAsOneThatWasLeftAlone() throws SQLException {
        copy("commissions_killed");
        AtomicInteger begun = new AtomicInteger();
        try (Erp erp = open("commissions_killed", Clock.systemUTC(), book -> dying(book, begun))) {
            ask(erp);
            for (int death = 0; death < 2; death++) {
                JobNode node = erp.jobNode("node-" + death, LEASE);
                assertThatThrownBy(node::work).isInstanceOf(Killed.class);
                change(
                        "commissions_killed",
                        "update erp.job_runs set lease_until = clock_timestamp() - interval '1 second'"
                                + " where status = 'RUNNING'");
            }
            assertThat(erp.jobNode("last", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
        assertThat(commissions("commissions_killed")).isEqualTo(commissions("commissions_alone"));
    }

    @Test
    void j23ARateThatIsPublishedDuringTheRunChangesNoCommissionOfIt() throws SQLException {
        copy("commissions_rates");
        LocalDate next = BankingCalendar.shipped().next(LocalDate.now(Work.CARACAS));
        AtomicInteger published = new AtomicInteger();
        try (Erp erp = open(
                "commissions_rates",
                Clock.systemUTC(),
                book -> before(book, 2, () -> published.set(publishedRates(next))))) {
            ask(erp);
            assertThat(erp.jobNode("one", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
        assertThat(published).as("new rates, between two stores").hasPositiveValue();
        assertThat(commissions("commissions_rates")).isEqualTo(commissions("commissions_alone"));
    }

    @Test
    void j24AnOrderThatSomebodyIsChangingNeitherStopsTheRunNorCountsHalf() throws SQLException {
        copy("commissions_edited");
        try (Erp erp = open("commissions_edited", Clock.systemUTC(), book -> book);
                Connection editing = superuser("commissions_edited");
                Statement statement = editing.createStatement()) {
            editing.setAutoCommit(false);
            assertThat(statement.executeUpdate(
                            "update erp.service_orders set priority = 'WARRANTY' where delivered_at is not null"))
                    .isPositive();
            ask(erp);
            assertThat(erp.jobNode("one", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(commissions("commissions_edited"))
                    .as("what is not committed does not count")
                    .isEqualTo(commissions("commissions_alone"));
            editing.rollback();
            ask(erp);
            assertThat(erp.jobNode("one", LEASE).work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
        assertThat(commissions("commissions_edited")).isEqualTo(commissions("commissions_alone"));
    }

    /** Does something before the work of one part, counted from 1. */
    private static JobBook before(JobBook book, int part, Runnable what) {
        JobTask real = book.task("commissions");
        AtomicInteger begun = new AtomicInteger();
        return book.with(new JobTask("commissions", real.parts(), at -> {
            if (begun.incrementAndGet() == part) {
                what.run();
            }
            return real.part().prepare(at);
        }));
    }

    private static int publishedRates(LocalDate day) {
        try (Erp bank = open("commissions_rates", Clock.systemUTC(), book -> book)) {
            bank.inChain(SystemCaller.of("test")).write(s -> {
                s.rates().take(new BcvHistory.Day(day, new BigDecimal("999.99990000"), Optional.empty()));
                return null;
            });
            try (Connection connection = superuser("commissions_rates");
                    Statement statement = connection.createStatement();
                    ResultSet rs = statement.executeQuery(
                            "select count(*) from erp.exchange_rates where value_date = '" + day + "'")) {
                rs.next();
                return rs.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(String database) throws SQLException {
        change("postgres", "create database " + database + " template commissions_base");
        bootstrapped(database);
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
