package com.servistech.erp.schema;

import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database says about itself, asked by a superuser; what is tried on it is undone. */
final class Catalogue {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private Catalogue() {}

    /**
     * The rows of a query as lines of text.
     *
     * @param change is made before and undone after; null for none
     */
    static List<String> ask(String change, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = erp");
            if (change != null) {
                statement.execute(change);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rs = statement.executeQuery(query)) {
                int columns = rs.getMetaData().getColumnCount();
                while (rs.next()) {
                    StringBuilder line = new StringBuilder(rs.getString(1));
                    for (int i = 2; i <= columns; i++) {
                        line.append(' ').append(rs.getString(i));
                    }
                    found.add(line.toString());
                }
            }
            connection.rollback();
            return found;
        }
    }
}
