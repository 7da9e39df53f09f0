package com.servistech.erp.schema;

import com.servistech.erp.tenancy.SqlFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Makes the roles that the ERP uses. May run again at any time: it then only sets the passwords anew. */
public final class Bootstrap {

    private final String url;
    private final String superuser;
    private final String password;

    /** @param url the database of the ERP, which must exist */
    public Bootstrap(String url, String superuser, String password) {
        this.url = url;
        this.superuser = superuser;
        this.password = password;
    }

    /** Creates a database where a server has none of that name yet. */
    public static void createDatabase(String maintenanceUrl, String superuser, String password, String name) {
        try (Connection connection = DriverManager.getConnection(maintenanceUrl, superuser, password);
                PreparedStatement known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            try (ResultSet rs = known.executeQuery()) {
                if (rs.next()) {
                    return;
                }
            }
            if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
                throw new IllegalArgumentException("not a database name: " + name);
            }
            connection.createStatement().execute("create database " + name + " template template0 encoding 'UTF8'");
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** @param passwords by role: erp_migrator, erp_app, erp_backup, erp_restore; 16 characters at least */
    public void run(Map<String, String> passwords) {
        try (Connection connection = DriverManager.getConnection(url, superuser, password);
                PreparedStatement set = connection.prepareStatement("select set_config(?, ?, false)")) {
            for (Map.Entry<String, String> role : passwords.entrySet()) {
                set.setString(1, "bootstrap." + role.getKey() + "_password");
                set.setString(2, role.getValue());
                set.execute();
            }
            connection.createStatement().execute(script());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static String script() {
        try (InputStream in = Bootstrap.class.getResourceAsStream("/db/bootstrap.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
