package com.servistech.erp.it.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Sees every row and every connection, beside the transactions that are tested. */
final class Superuser {

    private final DataSource connections;

    Superuser(DataSource connections) {
        this.connections = connections;
    }

    boolean seesCustomer(UUID id) {
        return ask("select exists (select from erp.customers where id = ?::uuid)", id.toString())
                .equals("t");
    }

    void rename(UUID customer, String name) {
        ask("update erp.customers set name = ? where id = ?::uuid returning name", name, customer.toString());
    }

    /** Returns when it has ended. */
    void endConnection(int pid) {
        ask("select pg_terminate_backend(?::int, 10000)", Integer.toString(pid));
    }

    /** The first column of the first row. */
    String ask(String sql, String... parameters) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rs = statement.executeQuery()) {
                rs.next();
                return rs.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
