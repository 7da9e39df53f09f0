package com.servistech.erp.http.runtime;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.time.Clock;

/** Starts the core with the application; a missing secret stops the start and says which. */
@ApplicationScoped
public class ErpProducer {

    @PersistenceUnit(unitName = "erp-jta")
    private EntityManagerFactory factory;

    @Resource
    private UserTransaction transaction;

    private Erp erp;

    @PostConstruct
    void start() {
        ErpConfig config = ErpConfig.fromEnvironment();
        if (config.signingKey() == null) {
            throw new IllegalStateException(
                    "The ERP cannot start: ERP_JWT_PRIVATE_KEY is missing." + " See docs/configuration.md.");
        }
        erp = Erp.start(new LibertyRuntime(config, Clock.systemUTC(), factory, transaction));
    }

    void withTheApplication(@Observes Startup startup) {
        // being observed is enough: the bean is made now and not with the first request
    }

    @Produces
    @Dependent
    Erp erp() {
        return erp;
    }
}
