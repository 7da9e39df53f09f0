package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.tenancy.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many write at once; the chain of each store stays one, and nobody waits for ever. */
class AuditConcurrencyTest {

    private static final int PAIRS = 1_000;
    private static final int WRITERS = 20;
    private static final int EACH = 25;

    private final AuditDatabase database = AuditDatabase.copy();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void transactionsThatTouchTwoStoresInOppositeOrderDoNotDeadlock() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        together(List.of(
                () -> crossing(together, database.ccs, database.vln),
                () -> crossing(together, database.vln, database.ccs)));

        AuditReport report = database.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(linksOf(report, database.ccs)).isEqualTo(5 + 2L * PAIRS);
        assertThat(linksOf(report, database.vln)).isEqualTo(2 + 2L * PAIRS);
    }

    /** Both have written everything when both begin to commit: then they meet at the heads. */
    private Void crossing(CyclicBarrier together, StoreId first, StoreId second) throws Exception {
        try (Connection connection = database.application();
                Statement statement = connection.createStatement()) {
            fast(connection, statement);
            for (int i = 0; i < PAIRS; i++) {
                enter(statement, true, null);
                note(statement, first);
                note(statement, second);
                together.await(20, TimeUnit.SECONDS);
                connection.commit();
            }
        }
        return null;
    }

    @Test
    void twentyWritersAddToOneChainAndItNeverForks() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(() -> {
                try (Connection connection = database.application();
                        Statement statement = connection.createStatement()) {
                    fast(connection, statement);
                    for (int n = 0; n < EACH; n++) {
                        enter(statement, false, database.ccs);
                        note(statement, database.ccs);
                        connection.commit();
                    }
                }
                return null;
            });
        }
        together(writers);

        AuditReport report = database.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(linksOf(report, database.ccs)).isEqualTo(5 + WRITERS * EACH);
    }

    @Test
    void whatIsRolledBackLeavesNoGap() throws SQLException {
        try (Connection connection = database.application();
                Statement statement = connection.createStatement()) {
            fast(connection, statement);
            enter(statement, false, database.ccs);
            note(statement, database.ccs);
            statement.execute("set constraints all immediate");
            connection.rollback();

            enter(statement, false, database.ccs);
            note(statement, database.ccs);
            statement.execute("savepoint s");
            note(statement, database.ccs);
            statement.execute("rollback to savepoint s");
            connection.commit();
        }

        AuditReport report = database.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(linksOf(report, database.ccs)).isEqualTo(6);
        assertThat(database.ask("select cardinality(ordinals) from audit_links where store_id = $ccs and position = 6"))
                .isEqualTo("1");
    }

    @Test
    void nothingThatTheApplicationSetsKeepsAnEntryOutOfTheChain() throws SQLException {
        try (Connection connection = database.application();
                Statement statement = connection.createStatement()) {
            fast(connection, statement);
            enter(statement, false, database.ccs);
            note(statement, database.ccs);
            statement.execute("set constraints all immediate");
            note(statement, database.ccs);
            statement.execute("set constraints all deferred");
            statement.execute("select set_config('app.audit_sealed', pg_current_xact_id()::text, true)");
            note(statement, database.ccs);
            connection.commit();
        }

        AuditReport report = database.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.chains().stream()
                        .filter(chain -> chain.store().equals(database.ccs))
                        .findFirst()
                        .orElseThrow()
                        .entries())
                .isEqualTo(8 + 3);
    }

    private static long linksOf(AuditReport report, StoreId store) {
        return report.chains().stream()
                .filter(chain -> chain.store().equals(store))
                .findFirst()
                .orElseThrow()
                .links();
    }

    private static void together(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What is tested is the order of locks, not the disk. */
    private static void fast(Connection connection, Statement statement) throws SQLException {
        statement.execute("set synchronous_commit = off");
        connection.setAutoCommit(false);
    }

    private static void enter(Statement statement, boolean chain, StoreId store) throws SQLException {
        statement.execute("select erp.enter_scope(%s, %s, null, 'SYSTEM', 'r', null, null, false)"
                .formatted(chain ? "'{}'" : "array['" + store + "']::uuid[]", chain));
    }

    private static void note(Statement statement, StoreId store) throws SQLException {
        statement.execute("select erp.note_audit('%s', 'test', 'stores', null, '{}')".formatted(store));
    }
}
