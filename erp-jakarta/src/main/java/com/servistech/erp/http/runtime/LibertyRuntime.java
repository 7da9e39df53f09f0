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
        return this::run;
    }

    @Override
    public void close() {
        // the server owns what this uses
    }

    private <T> T run(Function<EntityManager, T> body) {
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
