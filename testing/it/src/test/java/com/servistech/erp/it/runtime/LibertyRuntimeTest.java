package com.servistech.erp.it.runtime;

import com.servistech.erp.Erp;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: JTA's transactions, the server's connections, and the {@link Erp} that the resources are given. */
@ExtendWith(ArquillianExtension.class)
class LibertyRuntimeTest extends RuntimeContract {

    @Inject
    private Erp erp;

    @Resource(lookup = "jdbc/superuser")
    private DataSource superuser;

    @Deployment
    static WebArchive application() {
        return ContractWar.with(LibertyRuntimeTest.class, RuntimeContract.class);
    }

    @Override
    Erp erp() {
        return erp;
    }

    @Override
    Superuser superuser() {
        return new Superuser(superuser);
    }
}
