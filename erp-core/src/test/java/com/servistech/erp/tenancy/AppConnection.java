package com.servistech.erp.tenancy;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One connection of the application, as whoever found a way to send their own SQL would have it. */
final class AppConnection implements AutoCloseable {

    private final Connection connection;

    private AppConnection(Connection connection) {
        this.connection = connection;
    }

    static AppConnection to(ErpFixture shop) throws SQLException {
        DatabaseConfig config = shop.config().database();
        AppConnection app =
                new AppConnection(DriverManager.getConnection(config.url(), config.user(), config.password()));
        app.connection.setAutoCommit(false);
        return app;
    }

    Connection jdbc() {
        return connection;
    }

    /** Begins a transaction in the scope of a store. */
    AppConnection in(StoreId store) throws SQLException {
        connection.rollback();
        ask(
                "select erp.enter_scope(?, false, null::uuid, 'FRONT_DESK', 'test', null, null, false)",
                connection.createArrayOf("uuid", new UUID[] {store.value()}));
        return this;
    }

    /** The first column of every row. */
    List<String> ask(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet rs = statement.getResultSet()) {
                    while (rs.next()) {
                        rows.add(rs.getString(1));
                    }
                }
            }
            return rows;
        }
    }

    /** The SQLSTATE with which a statement is refused, {@code "00000"} if it is not; the transaction goes on. */
    String refusal(String sql, Object... parameters) throws SQLException {
        var before = connection.setSavepoint();
        try {
            ask(sql, parameters);
            return "00000";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
