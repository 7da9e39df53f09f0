package com.servistech.erp.tenancy;

import com.servistech.erp.error.Forbidden;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Opens a transaction, enters the scope with its first statement, and hands the open {@link Work} to the body. Only
 * edges do this.
 */
public final class UnitOfWork {

    private record Done<T>(Work work, T answer) {}

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

    /**
     * Works in the transaction that the host has open, which it may do again and again, always for the same scope and
     * caller. Never makes the host's transaction read-only.
     *
     * @throws IllegalStateException when the host has none open, or it works for another scope or caller already
     */
    public <T> T join(Function<Work, T> body) {
        Done<T> done = transactions.join(em -> inside(em, "join_scope(?, ?, ?::uuid, ?, ?, ?, ?)", body));
        done.work().committed();
        return done.answer();
    }

    private <T> T run(boolean readOnly, Function<Work, T> body) {
        String enter = "enter_scope(?, ?, ?::uuid, ?, ?, ?, ?, " + readOnly + ")";
        Done<T> done = transactions.run(em -> inside(em, enter, body));
        done.work().committed();
        return done.answer();
    }

    private <T> Done<T> inside(EntityManager em, String enter, Function<Work, T> body) {
        Work work = new Work(em, scope, caller, clock);
        enter(work, enter);
        T answer = body.apply(work);
        em.flush();
        return new Done<>(work, answer);
    }

    private void enter(Work work, String function) {
        Origin origin = caller.origin();
        try {
            work.sql()
                    .call(
                            "select erp." + function,
                            storeIds(),
                            scope instanceof Scope.Chain,
                            work.user().map(UUID::toString).orElse(null),
                            role(work),
                            origin.requestId(),
                            origin.address(),
                            origin.reason());
        } catch (SqlFailure e) {
            throw refusedByScope(e);
        }
    }

    /** The scope's own SQLSTATEs, raised by V001: a store that is none, a transaction of somebody else. */
    private static RuntimeException refusedByScope(SqlFailure failure) {
        String state = SqlFailure.stateOf(failure).orElse("");
        if (state.equals("ERP01")) {
            return notReached();
        }
        return state.equals("ERP02")
                ? new IllegalStateException(
                        "The open transaction works for another scope or caller: end it before this one begins",
                        failure)
                : failure;
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
            throw notReached();
        }
    }

    private static Forbidden notReached() {
        return new Forbidden("store.forbidden", "This caller does not belong to the store that was asked for");
    }
}
