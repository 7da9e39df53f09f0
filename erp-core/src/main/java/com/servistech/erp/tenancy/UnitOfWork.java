package com.servistech.erp.tenancy;

import com.servistech.erp.error.Forbidden;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Opens a transaction, enters the scope with its first statement, and hands the open {@link Work} to the body. Only
 * edges do this.
 */
public final class UnitOfWork {

    private final Transactions transactions;
    private final Clock clock;
    private final Caller caller;
    private final Scope scope;

    public UnitOfWork(Transactions transactions, Clock clock, Caller caller, Scope scope) {
        this.transactions = transactions;
        this.clock = clock;
        this.caller = caller;
        this.scope = scope;
        refuseUnlessReached();
    }

    /** A transaction that may read only: the database itself refuses a write. */
    public <T> T read(Function<Work, T> body) {
        return run(true, body);
    }

    public <T> T write(Function<Work, T> body) {
        return run(false, body);
    }

    private <T> T run(boolean readOnly, Function<Work, T> body) {
        return transactions.run(em -> {
            Work work = new Work(em, scope, caller, clock);
            enter(em, work, readOnly);
            T answer = body.apply(work);
            em.flush();
            return answer;
        });
    }

    private void enter(EntityManager em, Work work, boolean readOnly) {
        em.unwrap(Connection.class);
        Origin origin = caller.origin();
        work.sql()
                .call(
                        "select erp.enter_scope(?, ?, ?::uuid, ?, ?, ?, ?, ?)",
                        storeIds(),
                        scope instanceof Scope.Chain,
                        work.user().map(UUID::toString).orElse(null),
                        role(work),
                        origin.requestId(),
                        origin.address(),
                        origin.reason(),
                        readOnly);
    }

    private String role(Work work) {
        // a person of several stores acts under the first store's name; permissions are asked store by store
        return scope instanceof Scope.SomeStores some && !some.stores().isEmpty()
                ? caller.roleIn(some.stores().iterator().next())
                : caller.roleIn(work.home());
    }

    private List<UUID> storeIds() {
        if (scope instanceof Scope.OneStore one) {
            return List.of(one.store().value());
        } else if (scope instanceof Scope.SomeStores some) {
            return some.stores().stream().map(StoreId::value).toList();
        }
        return List.of();
    }

    private void refuseUnlessReached() {
        boolean reached = true;
        if (scope instanceof Scope.Chain) {
            reached = caller.reachesChain();
        } else if (scope instanceof Scope.OneStore one) {
            reached = caller.reaches(one.store());
        } else if (scope instanceof Scope.SomeStores some) {
            reached = some.stores().stream().allMatch(caller::reaches);
        }
        if (!reached) {
            throw new Forbidden("store.forbidden", "This caller does not belong to the store that was asked for");
        }
    }
}
