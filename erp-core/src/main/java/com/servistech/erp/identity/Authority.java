package com.servistech.erp.identity;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Whom the caller may manage: people below them, in the stores of the scope. Whoever works elsewhere too is managed as a
 * whole (name, password, whether they may sign in) only by somebody who reaches all of their stores: else a manager
 * could take over somebody else's manager by a new password.
 */
final class Authority {

    private final Work work;

    Authority(Work work) {
        this.work = work;
    }

    /** @throws Forbidden {@code users.self}, {@code users.rank}, {@code users.elsewhere} */
    void requireOverAll(UserCard person) {
        refuseSelf(person.id());
        if (unlimited()) {
            return;
        }
        if (person.role() == Role.SUPER_ADMIN) {
            throw below(person.role());
        }
        person.memberships().forEach(membership -> requireOver(membership.storeId(), membership.role()));
        boolean elsewhere = work.sql()
                        .first(row -> row.integer("n"), "select erp.stores_elsewhere(?) n", person.id())
                        .orElseThrow()
                > 0;
        if (elsewhere) {
            throw new Forbidden(
                    "users.elsewhere", "This person works in other stores too: ask who manages all of them");
        }
    }

    /** @throws Forbidden {@code users.rank} */
    void requireOver(UUID store, Role role) {
        boolean above = unlimited()
                || work.caller() instanceof UserCaller user
                        && user.roles().containsKey(new StoreId(store))
                        && user.roles().get(new StoreId(store)).outranks(role);
        if (!above) {
            throw below(role);
        }
    }

    /** @throws Forbidden {@code users.self} */
    void refuseSelf(UUID person) {
        if (work.user().filter(person::equals).isPresent()) {
            throw new Forbidden("users.self", "Nobody manages themselves: ask somebody else");
        }
    }

    /** Whether rows of the store may be written in this scope. */
    boolean reaches(UUID store) {
        if (work.scope() instanceof Scope.OneStore one) {
            return one.store().value().equals(store);
        } else if (work.scope() instanceof Scope.SomeStores some) {
            return some.stores().contains(new StoreId(store));
        }
        return work.scope() instanceof Scope.Chain
                && work.sql()
                        .first(row -> true, "select 1 from erp.stores where id = ?", store)
                        .isPresent();
    }

    private boolean unlimited() {
        return !(work.caller() instanceof UserCaller user) || user.superAdmin();
    }

    private static Forbidden below(Role role) {
        return new Forbidden("users.rank", "Only somebody above a " + role + " manages one");
    }
}
