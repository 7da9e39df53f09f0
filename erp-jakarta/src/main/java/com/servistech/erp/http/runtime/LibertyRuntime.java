package com.servistech.erp.http.runtime;

import com.servistech.erp.ErpConfig;
import com.servistech.erp.ErpRuntime;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.function.Function;

/** One JTA transaction per unit of work. */
final class LibertyRuntime implements ErpRuntime {

    private final ErpConfig config;
    private final Clock clock;
    private final EntityManagerFactory factory;
    private final UserTransaction transaction;

    LibertyRuntime(ErpConfig config, Clock clock, EntityManagerFactory factory, UserTransaction transaction) {
        this.config = config;
        this.clock = clock;
        this.factory = factory;
        this.transaction = transaction;
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
                return LibertyRuntime.this.run(body);
            }

            @Override
            public <T> T join(Function<EntityManager, T> body) {
                return LibertyRuntime.this.join(body);
            }
        };
    }

    @Override
    public void close() {
        // the server owns what this uses
    }

    private <T> T run(Function<EntityManager, T> body) {
        refuseNesting();
        EntityManager em = null;
        try {
            transaction.begin();
            em = factory.createEntityManager();
            T answer = body.apply(em);
            transaction.commit();
            return answer;
        } catch (RuntimeException e) {
            throw SqlFailure.translated(e);
        } catch (Exception e) {
            throw SqlFailure.translated(new IllegalStateException("the transaction did not commit", e));
        } finally {
            rollBackIfOpen();
            if (em != null) {
                em.close();
            }
        }
    }

    /** Before anything is begun: what is open belongs to the host and must not be rolled back from here. */
    private void refuseNesting() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                throw new IllegalStateException("A transaction is open already: use join to work inside it");
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The manager is made inside the transaction, and so belongs to it; closing it does not end anything. */
    private <T> T join(Function<EntityManager, T> body) {
        try {
            if (transaction.getStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("There is no open transaction to join: use read or write");
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
        try (EntityManager em = factory.createEntityManager()) {
            return body.apply(em);
        } catch (RuntimeException e) {
            throw SqlFailure.translated(e);
        }
    }

    private void rollBackIfOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }
}
