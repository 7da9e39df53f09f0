package com.servistech.erp.it.runtime;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A migrated database without any row, once for this JVM. */
final class ContractDatabase {

    static final String NAME = "erp_contract";

    /**
     * One connection: what follows in a pool meets what the one before has left on it, and a unit of work that needed a
     * second one would wait for itself.
     */
    static final int POOL = 1;

    private static ContractDatabase shared;

    private final LocalStack stack;

    private ContractDatabase(LocalStack stack) {
        this.stack = stack;
        Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), NAME);
        new Bootstrap(url(), "postgres", stack.superuserPassword())
                .run(Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                        .collect(Collectors.toMap(role -> role, stack::password)));
        new Migrations(url(), "erp_migrator", stack.password("erp_migrator")).migrate();
    }

    static synchronized ContractDatabase shared() {
        if (shared == null) {
            shared = new ContractDatabase(LocalStack.shared());
        }
        return shared;
    }

    DatabaseConfig config() {
        return new DatabaseConfig("127.0.0.1", stack.postgresPort(), NAME, "erp_app", stack.password("erp_app"), POOL);
    }

    String url() {
        return stack.jdbcUrl(NAME);
    }

    String superuserPassword() {
        return stack.superuserPassword();
    }
}
