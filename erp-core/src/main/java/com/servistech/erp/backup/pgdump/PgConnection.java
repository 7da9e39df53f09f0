package com.servistech.erp.backup.pgdump;

import com.servistech.erp.error.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A connection of its own, outside of the application's pool. */
final class PgConnection {

    private PgConnection() {}

    /** @throws Unavailable with the server's words, which never contain the password */
    static Connection open(PgConfig config, PgConfig.Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        try {
            // asked by name: inside a server the driver is not registered for everybody
            return new org.postgresql.Driver().connect(config.url(), properties);
        } catch (SQLException e) {
            throw new Unavailable(
                    "backups.database-unavailable",
                    "%s cannot log in to %s at %s:%d: %s"
                            .formatted(login, config.database(), config.host(), config.port(), e.getMessage()),
                    e);
        }
    }
}
