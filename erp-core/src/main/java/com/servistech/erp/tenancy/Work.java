package com.servistech.erp.tenancy;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The open transaction: its scope, its caller, its clock. Every act receives it and none opens one, so one request is
 * one transaction whatever acts it calls.
 */
public final class Work {

    /** Business days are Venezuelan days: UTC-4 without daylight saving. */
    public static final ZoneId CARACAS = ZoneId.of("America/Caracas");

    private final EntityManager em;
    private final Sql sql;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean announced;

    Work(EntityManager em, Scope scope, Caller caller, Clock clock) {
        this.em = em;
        this.sql = new Sql(() -> em.unwrap(Connection.class));
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    public Caller caller() {
        return caller;
    }

    public Scope scope() {
        return scope;
    }

    public Clock clock() {
        return clock;
    }

    public Instant now() {
        // PostgreSQL keeps microseconds: what is answered now must equal what is read later
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** The business day in Venezuela. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CARACAS);
    }

    public UUID newId() {
        return Uuid7.next(clock);
    }

    /** The one store that this work is for. */
    public StoreId store() {
        if (scope instanceof Scope.OneStore one) {
            return one.store();
        }
        throw new Refused("store.required", "Choose one store (X-Store-ID) for this");
    }

    /** The store that carries rows about this work: the chosen one, or the chain. */
    public StoreId home() {
        return scope instanceof Scope.OneStore one ? one.store() : StoreId.CHAIN;
    }

    /** The person who acts, where a person must. */
    public UUID userId() {
        return user().orElseThrow(() -> new Forbidden("caller.person-required", "Only a person may do this"));
    }

    public Optional<UUID> user() {
        return caller instanceof UserCaller user ? Optional.of(user.userId()) : Optional.empty();
    }

    /** @throws Forbidden when the caller lacks the permission in this work's store */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Forbidden(
                    "access.forbidden",
                    scope instanceof Scope.SomeStores
                            ? "Not in all of these stores may this caller do this (%s)".formatted(permission)
                            : "The role %s may not do this (%s)".formatted(caller.roleIn(home()), permission));
        }
    }

    public boolean may(Permission permission) {
        if (scope instanceof Scope.SomeStores some) {
            return !some.stores().isEmpty() && some.stores().stream().allMatch(store -> caller.may(permission, store));
        }
        return caller.may(permission, home());
    }

    public Sql sql() {
        return sql;
    }

    /** Finds an aggregate of this scope by id: row level security hides the others. */
    public <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(em.find(type, id));
    }

    /** Finds and locks the row until the transaction ends, reading its newest state. */
    public <T> Optional<T> findForUpdate(Class<T> type, UUID id) {
        return Optional.ofNullable(em.find(type, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE));
    }

    /** Adds a new aggregate; it reaches the database at once, so that later statements of the act see it. */
    public <T> T add(T aggregate) {
        em.persist(aggregate);
        em.flush();
        return aggregate;
    }

    /**
     * Does something outside of the database once what this work did counts: drops what a cache holds, wakes a relay. It
     * is never done when the work is undone. Inside a host's transaction it is done when the body ends, a moment early.
     */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Notes that this work has news for the outbox's listeners. */
    public void announce() {
        announced = true;
    }

    public boolean announced() {
        return announced;
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** Sends changes of loaded aggregates to the database now. */
    public void flush() {
        em.flush();
    }
}
