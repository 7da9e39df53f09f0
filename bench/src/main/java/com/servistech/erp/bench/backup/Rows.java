package com.servistech.erp.bench.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Two tables like those that grow in a shop: numbers, names that repeat, and identifiers that do not. */
final class Rows {

    private static final int BYTES_A_ROW = 125;

    private final String url;
    private final String password;

    Rows(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** About as much, as SQL text. Both tables grow alike, so that two connections have something to do. */
    void make(int megabytes) throws SQLException {
        long rows = ((long) megabytes << 20) / BYTES_A_ROW / 2;
        for (String table : new String[] {"orders", "entries"}) {
            run("create table erp.bench_" + table
                    + " (id bigint primary key, reference uuid not null, at timestamptz not null,"
                    + " amount numeric(12,2) not null, state text not null, note text not null)");
            run("insert into erp.bench_" + table + " select g, md5(g::text || '" + table + "')::uuid,"
                    + " timestamptz '2026-01-01 00:00Z' + g * interval '13 seconds',"
                    + " (g * 7919 % 1000003) / 100.0, (array['RECEIVED','DIAGNOSED','REPAIRED','DELIVERED'])[1 + g % 4],"
                    + " 'Cambio de pantalla, equipo ' || g % 10007 || ', técnico ' || g % 37"
                    + " from generate_series(1::bigint, " + rows + ") g");
            run("grant select on erp.bench_" + table + " to erp_backup");
            run("alter table erp.bench_" + table + " owner to erp_owner");
        }
        run("vacuum analyze");
        run("checkpoint");
    }

    long bytes() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select pg_database_size(current_database())")) {
            rs.next();
            return rs.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
