package com.servistech.erp.backup.pgdump;

import com.servistech.erp.backup.DatabaseDump;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Refused;
import com.servistech.erp.error.Unavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database as pg_dump reads it, as a role that sees every row. */
public final class PgDump implements DatabaseDump {

    private static final int VERSIONS_PER_MAJOR = 10_000;

    private final PgConfig config;

    public PgDump(PgConfig config) {
        this.config = config;
    }

    @Override
    public Claim claim() {
        Program program = Program.find(config, "pg_dump");
        Connection connection = PgConnection.open(config, config.backup());
        try {
            requireUsable(connection, program);
            return new PgClaim(config, program, connection);
        } catch (SQLException e) {
            throw closing(connection, new Unavailable("backups.database-unavailable", e.getMessage(), e));
        } catch (RuntimeException e) {
            throw closing(connection, e);
        }
    }

    private void requireUsable(Connection connection, Program program) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("""
                        select current_setting('server_version_num')::int v, r.rolbypassrls or r.rolsuper sees,
                               pg_try_advisory_lock(hashtext('erp.backup')) ours
                          from pg_roles r where r.rolname = current_user
                        """)) {
            rs.next();
            int major = rs.getInt("v") / VERSIONS_PER_MAJOR;
            if (program.major() < major) {
                throw new Unavailable(
                        "backups.program-too-old",
                        "%s cannot dump PostgreSQL %d: install postgresql-client-%d".formatted(program, major, major));
            } else if (!rs.getBoolean("sees")) {
                throw new Refused(
                        "backups.role",
                        "The role " + config.backup()
                                + " does not see the rows of all stores (BYPASSRLS): back up as erp_backup");
            } else if (!rs.getBoolean("ours")) {
                throw new Conflict("backups.running", "Another backup of this database is at work");
            }
        }
    }

    private static RuntimeException closing(Connection connection, RuntimeException failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
