package com.servistech.erp.schema;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema to the version of this library. Logs in as {@code erp_migrator} and works as {@code erp_owner}, so
 * that every table has one owner. Needs a direct connection, not one through a transaction pooler.
 */
public final class Migrations {

    private final Flyway flyway;

    public Migrations(String url, String migrator, String password) {
        this.flyway = Flyway.configure()
                .dataSource(url, migrator, password)
                .initSql("set role erp_owner")
                .defaultSchema("erp")
                .createSchemas(false)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    /** @return how many migrations were applied; none when the schema was up to date */
    public int migrate() {
        MigrateResult result = flyway.migrate();
        return result.migrationsExecuted;
    }
}
