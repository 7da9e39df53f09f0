package com.servistech.erp.backup.pgdump;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which server, as whom, and with which programs. Needs a direct connection, not one through a transaction pooler: a
 * snapshot is exported and held.
 *
 * @param database the one that is dumped
 * @param backup reads every row of every table
 * @param restore makes databases; null where nothing is restored
 * @param programs the folder of pg_dump; empty for those of PATH
 * @param temporary where the fast form is collected before it is sent
 * @param patience how long a program may be silent
 */
public record PgConfig(
        String host,
        int port,
        String database,
        Login backup,
        Login restore,
        Optional<Path> programs,
        Path temporary,
        Duration patience) {

    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A role and its password, which is never shown. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** The same server, another database. */
    PgConfig at(String other) {
        return new PgConfig(host, port, other, backup, restore, programs, temporary, patience);
    }

    String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database
                + "?connectTimeout=10&socketTimeout=0&tcpKeepAlive=true&ApplicationName=erp-backup";
    }
}
