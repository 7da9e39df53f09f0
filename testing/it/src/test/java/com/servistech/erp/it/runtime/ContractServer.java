package com.servistech.erp.it.runtime;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.identity.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes the database before the server starts and tells the server where it is, as an operator would. */
public final class ContractServer implements LoadableExtension {

    /** The property by which arquillian.xml learns the port; read after extensions are registered. */
    private static final String PORT = "erp.contract.port";

    @Override
    public void register(ExtensionBuilder builder) {
        System.setProperty(PORT, Integer.toString(freePort()));
        builder.observer(Environment.class);
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made by Arquillian. */
    static final class Environment {

        void write(@Observes BeforeStart event) throws IOException {
            ContractDatabase database = ContractDatabase.shared();
            DatabaseConfig config = database.config();
            Path servers = Path.of(System.getProperty("erp.wlp"), "usr", "servers");
            Path file = servers.resolve("erp-contract/server.env");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            List<String> lines = new ArrayList<>(Files.readAllLines(servers.resolve("erp/server.env")));
            lines.addAll(List.of(
                    "PORT=" + System.getProperty(PORT),
                    "ERP_HOST=localhost",
                    "ERP_DB_HOST=" + config.host(),
                    "ERP_DB_PORT=" + config.port(),
                    "ERP_DB_NAME=" + config.name(),
                    "ERP_DB_USER=" + config.user(),
                    "ERP_DB_PASSWORD=" + config.password(),
                    "ERP_DB_POOL=" + config.pool(),
                    "ERP_JWT_PRIVATE_KEY=" + SigningKey.generate().pkcs8(),
                    "SUPERUSER_PASSWORD=" + database.superuserPassword()));
            Files.write(file, lines);
        }
    }
}
