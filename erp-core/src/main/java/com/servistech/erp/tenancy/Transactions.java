package com.servistech.erp.tenancy;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * The host's transactions: one begun and ended here (plain Java), or JTA's. Promises that the body runs in exactly one
 * database transaction whose connection is the entity manager's, that it commits when the body returns and rolls back
 * when it throws.
 */
public interface Transactions {

    /** @throws com.servistech.erp.error.Unavailable when the database cannot be reached; nothing was done */
    <T> T run(Function<EntityManager, T> body);

    /**
     * Runs the body in the transaction that the host has open on this thread (the chunk of a batch job): committing and
     * rolling back stay the host's.
     *
     * @throws IllegalStateException when the host has none open
     */
    <T> T join(Function<EntityManager, T> body);
}
