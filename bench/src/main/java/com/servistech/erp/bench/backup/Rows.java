package com.servistech.erp.bench.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    void make(int megabytes) throws Exception {
        long rows = ((long) megabytes << 20) / BYTES_A_ROW / 2;
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> made = new ArrayList<>();
            for (String table : List.of("bench_orders", "bench_entries")) {
                made.add(both.submit(() -> {
                    make(table, rows);
                    return null;
                }));
            }
            for (Future<?> table : made) {
                table.get();
            }
        } finally {
            both.shutdownNow();
        }
        run("checkpoint");
    }

    private void make(String table, long rows) throws SQLException {
        run("create table erp." + table + " as select g as id, md5(g::text || '" + table + "')::uuid as reference,"
                + " timestamptz '2026-01-01 00:00Z' + g * interval '13 seconds' as at,"
                + " ((g * 7919 % 1000003) / 100.0)::numeric(12,2) as amount,"
                + " (array['RECEIVED','DIAGNOSED','REPAIRED','DELIVERED'])[1 + g % 4] as state,"
                + " 'Cambio de pantalla, equipo ' || g % 10007 || ', técnico ' || g % 37 as note"
                + " from generate_series(1::bigint, " + rows + ") g");
        run("alter table erp." + table + " add primary key (id)");
        run("vacuum analyze erp." + table);
        run("grant select on erp." + table + " to erp_backup");
        run("alter table erp." + table + " owner to erp_owner");
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
