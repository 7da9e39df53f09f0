package com.servistech.erp.bench.audit;

import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The demo's database, and the switch of its audit. */
final class Database {

    private final LocalStack stack;

    Database(LocalStack stack) {
        this.stack = stack;
    }

    Connection application() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(LocalDatabase.NAME), "erp_app", stack.password("erp_app"));
    }

    void superuser(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        stack.jdbcUrl(LocalDatabase.NAME), "postgres", stack.superuserPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void audit(boolean on) throws SQLException {
        superuser("""
                do $$ declare guard record; begin
                  for guard in select tgrelid::regclass as t, tgname from pg_trigger where tgname in ('audit_insert', 'audit_update', 'audit_delete') loop
                    execute format('alter table %%s %s trigger %%I', guard.t, guard.tgname);
                  end loop;
                end $$
                """.formatted(on ? "enable always" : "disable"));
    }
}
