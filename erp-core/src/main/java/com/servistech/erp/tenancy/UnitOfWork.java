package com.servistech.erp.tenancy;

import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import jakarta.persistence.EntityManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Opens a transaction, enters the scope with its first statement, and hands the open {@link Work} to the body. Only
 * edges do this. Whoever is denied access is noted in the audit, though nothing else of the denied work remains.
 */
public final class UnitOfWork {

    private static final Logger LOG = System.getLogger(UnitOfWork.class.getName());

    /** Acts for stores with different roles: no policy of the database takes this for a role that may write. */
    private static final String SEVERAL_ROLES = "SEVERAL";

    private static final String NOT_REACHED = "store.forbidden";

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
        Done<T> done = transactions.join(em -> inside(em, scope, "join_scope(?, ?, ?::uuid, ?, ?, ?, ?)", body));
        done.work().committed();
        return done.answer();
    }

    /**
     * Writes what must survive a refusal, in a second short transaction; call it when the refused one has ended. The
     * refusal stays what the caller hears, also when this could not be written.
     *
     * @return the refusal, to be thrown
     */
    public <E extends ErpException> E record(E refusal, Consumer<Work> body) {
        return recorded(refusal, scope, body);
    }

    private <T> T run(boolean readOnly, Function<Work, T> body) {
        try {
            return committed(scope, readOnly, body);
        } catch (Forbidden e) {
            // in a store that cannot be entered nothing can be noted either
            throw denied(e, e.code().equals(NOT_REACHED) ? new Scope.Nothing() : scope);
        }
    }

    /**
     * Notes that access was denied to this caller in this scope, for an edge that asks before the work begins.
     *
     * @return the refusal, to be thrown
     */
    public Forbidden denied(Forbidden refusal) {
        return denied(refusal, scope);
    }

    private Forbidden denied(Forbidden refusal, Scope where) {
        return recorded(
                refusal,
                where,
                work -> RefusalNote.of("access", work.user().orElse(null), refusal)
                        .writeIn(work));
    }

    private <E extends ErpException> E recorded(E refusal, Scope where, Consumer<Work> body) {
        try {
            committed(where, false, work -> {
                body.accept(work);
                return null;
            });
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
            LOG.log(Level.ERROR, "request " + caller.origin().requestId() + ": a refusal is not on record", e);
        }
        return refusal;
    }

    private <T> T committed(Scope where, boolean readOnly, Function<Work, T> body) {
        String enter = "enter_scope(?, ?, ?::uuid, ?, ?, ?, ?, " + readOnly + ")";
        Done<T> done = transactions.run(em -> inside(em, where, enter, body));
        done.work().committed();
        return done.answer();
    }

    private <T> Done<T> inside(EntityManager em, Scope where, String enter, Function<Work, T> body) {
        Work work = new Work(em, where, caller, clock);
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
                            storeIds(work.scope()),
                            work.scope() instanceof Scope.Chain,
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
        if (work.scope() instanceof Scope.SomeStores some) {
            List<String> roles =
                    some.stores().stream().map(caller::roleIn).distinct().toList();
            return roles.size() == 1 ? roles.get(0) : SEVERAL_ROLES;
        }
        return caller.roleIn(work.home());
    }

    private static List<UUID> storeIds(Scope scope) {
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
            throw denied(notReached(), new Scope.Nothing());
        }
    }

    private static Forbidden notReached() {
        return new Forbidden(NOT_REACHED, "This caller does not belong to the store that was asked for");
    }
}
