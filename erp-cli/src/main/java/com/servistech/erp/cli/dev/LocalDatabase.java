package com.servistech.erp.cli.dev;

import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import com.servistech.erp.tenancy.SqlFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo's database: filled under another name and renamed when complete, so that it is whole or not there. */
public final class LocalDatabase {

    public static final String NAME = "servistech_erp";
    private static final String DRAFT = "servistech_erp_draft";

    private final LocalStack stack;

    public LocalDatabase(LocalStack stack) {
        this.stack = stack;
    }

    /** @param load fills a new database, given its name; not called when the database is already there */
    public void prepare(Consumer<String> load) {
        if (!exists(NAME)) {
            superuser("drop database if exists " + DRAFT + " with (force)");
            migrated(DRAFT);
            load.accept(DRAFT);
            superuser("alter database " + DRAFT + " rename to " + NAME);
        }
        migrated(NAME);
    }

    private void migrated(String name) {
        Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), name);
        new Bootstrap(stack.jdbcUrl(name), "postgres", stack.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, stack::password)));
        new Migrations(stack.jdbcUrl(name), "erp_migrator", stack.password("erp_migrator")).migrate();
    }

    private boolean exists(String name) {
        try (Connection connection = connection();
                var statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void superuser(String sql) {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword());
    }
}
