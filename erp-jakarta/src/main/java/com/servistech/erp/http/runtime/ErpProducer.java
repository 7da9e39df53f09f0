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

    private static final int EX_CONFIG = 78;

    @PersistenceUnit(unitName = "erp-jta")
    private EntityManagerFactory factory;

    @Resource
    private UserTransaction transaction;

    private Erp erp;

    @PostConstruct
    void start() {
        try {
            ErpConfig config = ErpConfig.forServer(System.getenv());
            erp = Erp.start(new LibertyRuntime(config, Clock.systemUTC(), factory, transaction));
        } catch (IllegalStateException e) {
            refuseToStart(e);
            throw e;
        }
    }

    /** Liberty would go on without its application, and look alive: the process ends instead, with EX_CONFIG. */
    private static void refuseToStart(IllegalStateException why) {
        System.getLogger(ErpProducer.class.getName()).log(System.Logger.Level.ERROR, why.getMessage());
        // from another thread: the server stops in an orderly way, and waits for this one
        new Thread(() -> System.exit(EX_CONFIG), "refuse-to-start").start();
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
