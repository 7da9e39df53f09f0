package com.servistech.erp.backup.pgdump;

import com.servistech.erp.backup.BackupForm;
import com.servistech.erp.backup.DatabaseDump;
import com.servistech.erp.backup.DatabaseRestore;
import com.servistech.erp.error.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Databases made of backups, by {@code erp_restore}: it makes databases, becomes the owner of the schema inside them,
 * and cannot log in to the one that is in use.
 */
public final class PgRestore implements DatabaseRestore {

    private static final String MAINTENANCE = "postgres";
    private static final int JOBS = 2;
    private static final String OWNER = "erp_owner";
    private static final byte[] AS_OWNER = ("set role " + OWNER + ";\n").getBytes(StandardCharsets.UTF_8);

    private interface Doing {
        void with(Statement statement) throws SQLException;
    }

    private final PgConfig config;

    public PgRestore(PgConfig config) {
        this.config = config;
    }

    @Override
    public Target look(String database) {
        try (Connection connection = PgConnection.open(config.at(MAINTENANCE), config.restore());
                PreparedStatement known = connection.prepareStatement("select from pg_database where datname = ?")) {
            known.setString(1, database);
            try (ResultSet rs = known.executeQuery()) {
                if (!rs.next()) {
                    return Target.MISSING;
                }
            }
        } catch (SQLException e) {
            throw refused("look for " + database, e);
        }
        return isEmpty(database) ? Target.EMPTY : Target.USED;
    }

    @Override
    public void create(String database) {
        on(MAINTENANCE, "create the database " + database, statement -> {
            statement.execute("create database " + database + " template template0 encoding 'UTF8'");
            statement.execute("revoke all on database " + database + " from public");
            statement.execute(
                    "grant connect on database " + database + " to erp_migrator, erp_app, erp_backup, erp_restore");
            statement.execute("grant create on database " + database + " to " + OWNER);
        });
    }

    @Override
    public void load(String database, BackupForm form, InputStream data) throws IOException {
        if (form == BackupForm.PLAIN) {
            plain(database, data);
        } else {
            directory(database, data);
        }
    }

    @Override
    public DatabaseDump dumpOf(String database) {
        return new PgDump(config.at(database));
    }

    @Override
    public void drop(String database) {
        on(MAINTENANCE, "drop the database " + database, statement -> {
            // what a program that was ended left behind; others keep the database alive, as they should
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database
                    + "' and usename = current_user");
            statement.execute("drop database if exists " + database);
        });
    }

    @Override
    public List<String> named(String prefix) {
        List<String> names = new ArrayList<>();
        on(MAINTENANCE, "list databases", statement -> {
            try (ResultSet rs = statement.executeQuery("select datname from pg_database order by 1")) {
                while (rs.next()) {
                    if (rs.getString(1).startsWith(prefix)) {
                        names.add(rs.getString(1));
                    }
                }
            }
        });
        return names;
    }

    @Override
    public void rename(String database, String aside) {
        on(
                MAINTENANCE,
                "rename the database " + database,
                statement -> statement.execute("alter database " + database + " rename to " + aside));
    }

    /** All of it or nothing. psql refuses what a dump that somebody tampered with would have it do on this computer. */
    private void plain(String database, InputStream data) throws IOException {
        List<String> command = List.of(
                Program.find(config, "psql").path().toString(),
                "--host=" + config.host(),
                "--port=" + config.port(),
                "--username=" + config.restore().user(),
                "--dbname=" + database,
                "--no-password",
                "--no-psqlrc",
                "--quiet",
                "--single-transaction",
                "--set=ON_ERROR_STOP=1",
                "--file=-");
        try (Child child = Child.start(command, config.restore().password(), config.patience(), false)) {
            child.feed(AS_OWNER, data);
            child.requireSuccess();
        }
    }

    private void directory(String database, InputStream data) throws IOException {
        Path folder = Files.createTempDirectory(config.temporary(), "erp-restore-");
        try {
            unpack(data, folder);
            restore(database, folder, List.of("--section=pre-data", "--section=data", "--jobs=" + JOBS));
            // in order: foreign keys cannot be checked any more once row level security is on
            restore(database, folder, List.of("--section=post-data"));
        } finally {
            DirectoryDump.delete(folder);
        }
    }

    private void restore(String database, Path folder, List<String> part) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Program.find(config, "pg_restore").path().toString(),
                "--host=" + config.host(),
                "--port=" + config.port(),
                "--username=" + config.restore().user(),
                "--dbname=" + database,
                "--no-password",
                "--role=" + OWNER,
                "--exit-on-error"));
        command.addAll(part);
        command.add(folder.toString());
        try (Child child = Child.start(command, config.restore().password(), config.patience(), false)) {
            child.requireSuccess();
        }
    }

    private static void unpack(InputStream data, Path folder) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(data);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.getName().matches("dump/[A-Za-z0-9_.]+")) {
                throw new IOException("no file of a dump: " + entry.getName());
            }
            Files.copy(tar, folder.resolve(Path.of(entry.getName()).getFileName()));
        }
    }

    /** One that cannot be looked into is in use by somebody. */
    private boolean isEmpty(String database) {
        try (Connection connection = PgConnection.open(config.at(database), config.restore());
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("""
                        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' limit 1
                        """)) {
            return !rs.next();
        } catch (Unavailable | SQLException e) {
            return false;
        }
    }

    private void on(String database, String what, Doing doing) {
        try (Connection connection = PgConnection.open(config.at(database), config.restore());
                Statement statement = connection.createStatement()) {
            doing.with(statement);
        } catch (SQLException e) {
            throw refused(what, e);
        }
    }

    private static Unavailable refused(String what, SQLException e) {
        return new Unavailable("backups.server-refused", "The server refused to " + what + ": " + e.getMessage(), e);
    }
}
