package com.servistech.erp.it.runtime;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.identity.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** Plain Java: a pool and transactions of our own. */
class PlainRuntimeTest extends RuntimeContract {

    private static Erp erp;
    private static Superuser superuser;

    @BeforeAll
    static void start() {
        ContractDatabase database = ContractDatabase.shared();
        erp = Erp.start(new PlainRuntime(new ErpConfig(database.config(), SigningKey.generate(), ErpConfig.BANK)));
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.url());
        connections.setUser("postgres");
        connections.setPassword(database.superuserPassword());
        superuser = new Superuser(connections);
    }

    @AfterAll
    static void stop() {
        erp.close();
    }

    @Override
    Erp erp() {
        return erp;
    }

    @Override
    Superuser superuser() {
        return superuser;
    }
}
