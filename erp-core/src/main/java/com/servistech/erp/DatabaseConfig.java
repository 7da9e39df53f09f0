package com.servistech.erp;

import java.util.Objects;

/**
 * Where the database is and as whom the application logs in. The password never appears in {@link #toString()}.
 *
 * @param pool how many connections at most
 */
public record DatabaseConfig(String host, int port, String name, String user, String password, int pool) {

    public DatabaseConfig {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** Safe behind a transaction pooler: nothing is prepared on the server, nothing is set after the login. */
    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name
                + "?prepareThreshold=0&connectTimeout=5&socketTimeout=60&ApplicationName=erp&assumeMinServerVersion=15";
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }
}
