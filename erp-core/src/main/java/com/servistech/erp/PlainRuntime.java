package com.servistech.erp;

import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Transactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import java.time.Clock;
import java.util.function.Function;

/** Plain Java SE: a connection pool and transactions of its own. */
public final class PlainRuntime implements ErpRuntime {

    private final ErpConfig config;
    private final Clock clock;
    private final HikariDataSource pool;
    private final EntityManagerFactory factory;

    public PlainRuntime(ErpConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.pool = pool(config.database());
        this.factory = new PersistenceConfiguration("erp")
                .provider("org.eclipse.persistence.jpa.PersistenceProvider")
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .mappingFile("META-INF/erp-orm.xml")
                .sharedCacheMode(SharedCacheMode.NONE)
                .property("jakarta.persistence.nonJtaDataSource", pool)
                .property("eclipselink.weaving", "false")
                .property("eclipselink.target-database", "PostgreSQL")
                .property("eclipselink.logging.level", "SEVERE")
                .createEntityManagerFactory();
    }

    public PlainRuntime(ErpConfig config) {
        this(config, Clock.systemUTC());
    }

    @Override
    public ErpConfig config() {
        return config;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T run(Function<EntityManager, T> body) {
                return PlainRuntime.this.run(body);
            }

            @Override
            public <T> T join(Function<EntityManager, T> body) {
                throw new IllegalStateException("Plain Java has no transaction of a host to join: use write");
            }
        };
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }

    private <T> T run(Function<EntityManager, T> body) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T answer = body.apply(em);
            em.getTransaction().commit();
            return answer;
        } catch (RuntimeException e) {
            throw SqlFailure.translated(rolledBack(em, e));
        } catch (Error e) {
            throw rolledBack(em, e);
        } finally {
            em.close();
        }
    }

    /** The failure itself: on a lost connection the rollback fails too, and must not hide why. */
    private static <E extends Throwable> E rolledBack(EntityManager em, E failure) {
        try {
            EntityTransaction transaction = em.getTransaction();
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private static HikariDataSource pool(DatabaseConfig database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(database.pool());
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(5_000);
        // the ERP starts without its database and says 503 until it is there
        config.setInitializationFailTimeout(-1);
        config.setPoolName("erp");
        return new HikariDataSource(config);
    }
}
