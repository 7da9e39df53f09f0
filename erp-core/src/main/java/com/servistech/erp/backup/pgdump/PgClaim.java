package com.servistech.erp.backup.pgdump;

import com.servistech.erp.backup.BackupForm;
import com.servistech.erp.backup.Contents;
import com.servistech.erp.backup.CopyHashes;
import com.servistech.erp.backup.DatabaseDump;
import com.servistech.erp.backup.NamedFile;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.tenancy.StoreId;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One dump: the connection holds the lock and the snapshot, pg_dump reads beside it. */
final class PgClaim implements DatabaseDump.Claim {

    /** A cluster that lost everything has no roles either; these cannot log in before they get a password. */
    private static final String ROLES = """
            -- ServisTech ERP. Into an empty database, as a superuser: gunzip -c dump.sql.gz | psql -v ON_ERROR_STOP=1 -1
            -- Afterwards db/bootstrap.sql gives the roles their passwords.
            do $$
            declare
              name text;
            begin
              foreach name in array array['erp_owner', 'erp_migrator', 'erp_app', 'erp_backup', 'erp_restore'] loop
                if not exists (select from pg_catalog.pg_roles where rolname = name) then
                  execute format('create role %I %s', name, case name when 'erp_owner' then 'nologin' else 'login' end);
                end if;
              end loop;
            end $$;

            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private final PgConfig config;
    private final Program program;
    private final Connection connection;
    private String snapshot;

    PgClaim(PgConfig config, Program program, Connection connection) {
        this.config = config;
        this.program = program;
        this.connection = connection;
    }

    @Override
    public Contents contents() {
        try (Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            // rows that a policy hides are an error then, and not silently missing
            statement.execute("set local row_security = off; set local search_path = ''; set local timezone = 'UTC'");
            snapshot = first(statement, "select pg_catalog.pg_export_snapshot()");
            Map<String, Long> rows = new TreeMap<>();
            for (String table : all(statement, Definitions.TABLES)) {
                rows.put(table, Long.valueOf(first(statement, "select count(*) from " + table)));
            }
            Map<String, String> catalogue = new TreeMap<>();
            for (Map.Entry<String, String> kind : Definitions.QUERIES.entrySet()) {
                catalogue.put(kind.getKey(), sha256(all(statement, kind.getValue())));
            }
            return new Contents(
                    first(statement, "select current_setting('server_version')"),
                    schemaVersion(statement, rows),
                    rows,
                    catalogue);
        } catch (SQLException e) {
            throw new Unavailable("backups.database-unreadable", "The database cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public DatabaseDump.Written write(BackupForm form, OutputStream out) throws IOException {
        if (form == BackupForm.DIRECTORY) {
            return new DirectoryDump(config, program, arguments()).write(out);
        }
        CopyHashes hashes = new CopyHashes();
        String warnings = plain(new Both(out, hashes));
        return new DatabaseDump.Written(program.toString(), warnings, hashes.tables());
    }

    @Override
    public void files(Instant since, DatabaseDump.EachFile each) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select store_id, id, sha256 from erp.files where stored_at >= ? order by store_id, id")) {
            // a few at a time: a chain has more of them than fit
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    each.take(new NamedFile(
                            new StoreId(rs.getObject("store_id", UUID.class)),
                            rs.getObject("id", UUID.class),
                            rs.getString("sha256")));
                }
            }
        } catch (SQLException e) {
            throw new IOException("the files cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // a lost connection has lost the lock as well
        }
    }

    private String plain(OutputStream out) throws IOException {
        List<String> command = arguments();
        command.add("--format=plain");
        try (Child child = Child.start(command, config.backup().password(), config.patience(), true)) {
            out.write(ROLES.getBytes(StandardCharsets.UTF_8));
            child.copyTo(out);
            // its pipe ends in the same way when it dies: only the exit code tells
            child.requireSuccess();
            return child.complaints();
        }
    }

    private List<String> arguments() {
        return new ArrayList<>(List.of(
                program.path().toString(),
                "--host=" + config.host(),
                "--port=" + config.port(),
                "--username=" + config.backup().user(),
                "--dbname=" + config.database(),
                "--no-password",
                "--encoding=UTF8",
                "--lock-wait-timeout=60s",
                "--snapshot=" + snapshot));
    }

    private static String schemaVersion(Statement statement, Map<String, Long> rows) throws SQLException {
        return rows.containsKey("erp.flyway_schema_history")
                ? first(
                        statement,
                        "select version from erp.flyway_schema_history where success order by installed_rank desc limit 1")
                : "none";
    }

    private static String first(Statement statement, String sql) throws SQLException {
        return all(statement, sql).get(0);
    }

    private static List<String> all(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rs = statement.executeQuery(sql)) {
            while (rs.next()) {
                found.add(rs.getString(1));
            }
        }
        return found;
    }

    private static String sha256(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is written is also looked at. */
    private static final class Both extends FilterOutputStream {
        private final CopyHashes hashes;

        Both(OutputStream out, CopyHashes hashes) {
            super(out);
            this.hashes = hashes;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            hashes.write(bytes, offset, length);
        }
    }
}
