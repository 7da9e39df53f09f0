package com.servistech.erp.local;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How to start the stack.
 *
 * @param home the directory that keeps programs, data and passwords; null when {@code ephemeral}
 * @param postgresPort the port of PostgreSQL; 0 takes a free one
 * @param redisPort the port of Redis; 0 takes a free one
 * @param ephemeral whether everything lives in a temporary directory that is deleted at the end
 */
public record LocalStackOptions(Path home, int postgresPort, int redisPort, boolean ephemeral) {

    public LocalStackOptions {
        if (ephemeral != (home == null)) {
            throw new IllegalArgumentException("either a home directory or ephemeral, not both");
        }
        checkPort("postgresPort", postgresPort);
        checkPort("redisPort", redisPort);
    }

    /** Keeps its data in {@code home} between starts; free ports unless told otherwise. */
    public static LocalStackOptions at(Path home) {
        return new LocalStackOptions(Objects.requireNonNull(home, "home"), 0, 0, false);
    }

    /** Keeps nothing after {@link LocalStack#close()}. */
    public static LocalStackOptions inTemporaryDirectory() {
        return new LocalStackOptions(null, 0, 0, true);
    }

    public LocalStackOptions withPostgresPort(int port) {
        return new LocalStackOptions(home, port, redisPort, ephemeral);
    }

    public LocalStackOptions withRedisPort(int port) {
        return new LocalStackOptions(home, postgresPort, port, ephemeral);
    }

    private static void checkPort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " must be between 0 and 65535, not " + port);
        }
    }
}
