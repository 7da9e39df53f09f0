package com.servistech.erp.tenancy;

import static com.servistech.erp.tenancy.TwoShops.A;
import static com.servistech.erp.tenancy.TwoShops.B;
import static com.servistech.erp.tenancy.TwoShops.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next user of a connection finds nothing of the one before, however that one ended. */
class PooledConnectionTest {

    private AppConnection connection;

    @BeforeEach
    void open() throws SQLException {
        TwoShops.customer(A, "Ana");
        connection = AppConnection.to(SHOP).in(A);
        assertThat(connection.ask("select id from erp.customers")).isNotEmpty();
    }

    @AfterEach
    void theNextOneSeesOnlyTheirOwn() throws SQLException {
        assertThat(connection.ask("select id from erp.customers")).isEmpty();
        for (String setting : new String[] {"store_ids", "user_id", "role", "request_id", "address", "reason"}) {
            assertThat(connection.ask("select coalesce(current_setting('app." + setting + "', true), '')"))
                    .as(setting)
                    .containsExactly("");
        }
        assertThat(connection.ask("select current_setting('transaction_read_only')"))
                .containsExactly("off");
        assertThat(connection.in(B).ask("select distinct store_id from erp.memberships"))
                .containsExactly(B.toString());
        connection.close();
    }

    @Test
    void L20_afterACommit() throws SQLException {
        connection.jdbc().commit();
    }

    @Test
    void L20_afterARollback() throws SQLException {
        connection.jdbc().rollback();
    }

    @Test
    void L20_afterAStatementThatFailed() throws SQLException {
        try {
            connection.ask("select 1 / 0");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("22012");
        }
        connection.jdbc().rollback();
    }

    @Test
    void L20_afterAStatementThatTookTooLong() throws SQLException {
        connection.ask("select set_config('statement_timeout', '20ms', true)");
        try {
            connection.ask("select pg_sleep(5)");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("57014");
        }
        connection.jdbc().rollback();
    }

    @Test
    void L20_afterASavepointThatWasRolledBack() throws SQLException {
        var savepoint = connection.jdbc().setSavepoint();
        connection.ask("select set_config('app.store_ids', ?, true)", "{" + B + "}");
        connection.jdbc().rollback(savepoint);
        assertThat(connection.ask("select distinct store_id from erp.customers"))
                .containsExactly(A.toString());
        connection.jdbc().commit();
    }

    @Test
    void L20_afterAReaderThatLeftInTheMiddle() throws SQLException {
        var statement = connection.jdbc().createStatement();
        statement.setFetchSize(1);
        statement.executeQuery("select * from erp.customers").next();
        connection.jdbc().rollback();
    }
}
