package com.servistech.erp.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Speaks to PostgreSQL as its superuser. */
final class Database {

    private Database() {}

    static Connection connect(LocalStack stack, String password) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl("postgres"), "postgres", password);
    }

    static void run(LocalStack stack, String sql) throws SQLException {
        try (Connection connection = connect(stack, stack.superuserPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(LocalStack stack, String sql) throws SQLException {
        try (Connection connection = connect(stack, stack.superuserPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
