package com.servistech.erp.schema;

import com.servistech.erp.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the migrated schema to break: without triggers, foreign keys and checks, so that rows can be generated from
 * the catalogue alone; with one row of a store that nobody here may see in every table.
 */
final class ScratchDatabase implements AutoCloseable {

    static final String POISON = "0193a5c2-dead-7000-8000-000000000000";

    private static final String NAME = "erp_scratch";

    private static final String TABLES = """
            select c.relname, split_part(obj_description(c.oid, 'pg_class'), ':', 1) class, a.attname, format_type(a.atttypid, null) type,
                   has_column_privilege('erp_app', c.oid, a.attnum, 'select') reads, has_column_privilege('erp_app', c.oid, a.attnum, 'insert') inserts,
                   has_column_privilege('erp_app', c.oid, a.attnum, 'update') updates, has_table_privilege('erp_app', c.oid, 'delete') deletes
              from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
             where c.relnamespace = 'erp'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
             order by c.relname, a.attnum
            """;

    private static final String HINDRANCES = """
            select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger where not tgisinternal and tgparentid = 0
            union all
            select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) from pg_constraint
             where connamespace = 'erp'::regnamespace and contype in ('c', 'f') and conparentid = 0 and coninhcount = 0
             order by 1 desc
            """;

    /** A column, and what the application may do with it. */
    record Column(String name, String type, boolean reads, boolean inserts, boolean updates) {

        /** A value that no other row has, where the type has so many. */
        String value() {
            if (name.equals("store_id")) {
                return "'" + POISON + "'";
            } else if (type.endsWith("[]")) {
                return "'{}'";
            }
            return switch (type) {
                case "uuid" -> "gen_random_uuid()";
                case "text" -> "'x' || gen_random_uuid()";
                case "integer", "bigint", "smallint", "numeric" -> "1";
                case "boolean" -> "false";
                case "date", "timestamp with time zone" -> "now()";
                case "json", "jsonb" -> "'{}'";
                case "bytea" -> "'x'";
                case "xid8" -> "'1'";
                default -> throw new IllegalStateException("no value is known for the type " + type);
            };
        }
    }

    record Table(String name, String kind, boolean deletes, List<Column> columns) {

        /** Adds a row in the columns that are chosen. */
        String insert(Predicate<Column> chosen) {
            List<Column> into = columns.stream().filter(chosen).toList();
            return "insert into erp.%s (%s) values (%s)"
                    .formatted(
                            name,
                            into.stream().map(Column::name).collect(Collectors.joining(", ")),
                            into.stream().map(Column::value).collect(Collectors.joining(", ")));
        }
    }

    private final Connection connection;

    private ScratchDatabase(Connection connection) {
        this.connection = connection;
    }

    static ScratchDatabase of(LocalStack stack) throws SQLException {
        String url = stack.jdbcUrl(NAME);
        Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), NAME);
        new Bootstrap(url, "postgres", stack.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, stack::password)));
        new Migrations(url, "erp_migrator", stack.password("erp_migrator")).migrate();
        ScratchDatabase scratch =
                new ScratchDatabase(DriverManager.getConnection(url, "postgres", stack.superuserPassword()));
        scratch.fill();
        return scratch;
    }

    Connection connection() {
        return connection;
    }

    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(TABLES)) {
            while (rs.next()) {
                String name = rs.getString("relname");
                if (tables.isEmpty() || !tables.get(tables.size() - 1).name().equals(name)) {
                    tables.add(new Table(name, rs.getString("class"), rs.getBoolean("deletes"), new ArrayList<>()));
                }
                tables.get(tables.size() - 1)
                        .columns()
                        .add(new Column(
                                rs.getString("attname"),
                                rs.getString("type"),
                                rs.getBoolean("reads"),
                                rs.getBoolean("inserts"),
                                rs.getBoolean("updates")));
            }
        }
        return tables;
    }

    /** Rows as maps by column name. */
    List<Map<String, String>> ask(String sql) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            while (rs.next()) {
                Map<String, String> row = new java.util.HashMap<>();
                for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
                    row.put(rs.getMetaData().getColumnName(i), rs.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void fill() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map<String, String> row : ask(HINDRANCES)) {
                statement.execute(row.get("format"));
            }
            for (Table table : tables()) {
                statement.execute(table.insert(column -> true));
            }
        }
    }
}
