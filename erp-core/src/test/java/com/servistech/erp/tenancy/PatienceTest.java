package com.servistech.erp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection gives up a database that is silent; work over a whole store may take longer than that. */
class PatienceTest {

    private static final String LONGER_THAN_USUAL = "select pg_sleep(1.5)";

    private Connection connection;
    private Sql sql;

    @BeforeEach
    void aConnectionThatWaitsOneSecond() throws SQLException {
        ErpFixture shop = ErpFixture.shared();
        connection = DriverManager.getConnection(
                shop.url() + "?socketTimeout=1", "postgres", shop.stack().superuserPassword());
        sql = new Sql(() -> connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void workThatIsWaitedForPatientlyIsNotCut() {
        int rows = sql.patiently(
                Duration.ofSeconds(30),
                () -> sql.list(row -> 1, LONGER_THAN_USUAL).size());
        assertThat(rows).isOne();
    }

    @Test
    void afterItTheConnectionWaitsAsLongAsAlways() throws SQLException {
        sql.patiently(Duration.ofSeconds(30), () -> sql.list(row -> 1, "select 1"));
        assertThat(connection.getNetworkTimeout()).isEqualTo(1000);
        assertThatThrownBy(() -> sql.patiently(Duration.ofSeconds(30), () -> sql.update("select broken")))
                .isInstanceOf(SqlFailure.class);
        assertThat(connection.getNetworkTimeout()).isEqualTo(1000);
        assertThatThrownBy(() -> sql.call(LONGER_THAN_USUAL)).isInstanceOf(SqlFailure.class);
    }

    @Test
    void ofAConnectionThatBreaksOnTheWayTheFailureItselfIsHeard() {
        assertThatThrownBy(() -> sql.patiently(Duration.ofMillis(200), () -> sql.list(row -> 1, LONGER_THAN_USUAL)))
                .isInstanceOf(SqlFailure.class)
                .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
    }
}
