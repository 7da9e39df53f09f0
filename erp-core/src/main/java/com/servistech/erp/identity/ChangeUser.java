package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Changes a person's name, home, whether they may sign in, and their roles in the stores of the scope. What they may do
 * changes within seconds, also where they are signed in.
 */
final class ChangeUser {

    private final Work work;
    private final StandingCache cache;
    private final Authority authority;

    ChangeUser(Work work, StandingCache cache) {
        this.work = work;
        this.cache = cache;
        this.authority = new Authority(work);
    }

    UserCard change(UUID id, int expectedVersion, UserChange change) {
        work.require(Permission.USERS_WRITE);
        People people = new People(work);
        lock(people.require(id).id());
        UserCard before = people.require(id);
        if (before.version() != expectedVersion) {
            throw new Stale("version.stale", "The person was changed by somebody else: read it again");
        }
        Map<UUID, Role> roles = checked(before, change);
        UUID home = home(before, change, roles);
        boolean whole = !before.name().equals(change.name().strip())
                || before.active() != change.active()
                || !Objects.equals(before.storeId(), home) && roles.containsKey(before.storeId());
        if (whole) {
            authority.requireOverAll(before);
        }
        boolean rolesChanged = move(before, roles);
        work.sql()
                .update(
                        "update erp.users set name = ?, active = ?, home_store_id = ?::uuid, version = version + 1 where id = ?",
                        change.name().strip(),
                        change.active(),
                        home,
                        id);
        if (before.active() && !change.active()) {
            new EndSessions(work, cache).all(id);
        } else if (rolesChanged || !Objects.equals(before.storeId(), home)) {
            new TokenVersion(work, cache).raise(id);
        }
        return people.require(id);
    }

    /** Answers whether anything moved. */
    private boolean move(UserCard before, Map<UUID, Role> wanted) {
        Map<UUID, Role> now = before.memberships().stream()
                .collect(Collectors.toMap(UserCard.Membership::storeId, UserCard.Membership::role));
        if (now.equals(wanted)) {
            return false;
        }
        authority.refuseSelf(before.id());
        Memberships memberships = new Memberships(work);
        now.forEach((store, role) -> {
            if (role != wanted.get(store)) {
                authority.requireOver(store, role);
                memberships.end(store, before.id());
            }
        });
        wanted.forEach((store, role) -> {
            if (role != now.get(store)) {
                authority.requireOver(store, role);
                memberships.begin(store, before.id(), role);
            }
        });
        return true;
    }

    private Map<UUID, Role> checked(UserCard before, UserChange change) {
        List<Problem> problems = new ArrayList<>();
        UserRules.name(change.name(), problems);
        if (before.role() == Role.SUPER_ADMIN && !change.memberships().isEmpty()) {
            problems.add(new Problem("/memberships", "users.store", "A SUPER_ADMIN belongs to no store"));
        }
        Map<UUID, Role> roles = new LinkedHashMap<>();
        for (int i = 0; i < change.memberships().size(); i++) {
            UserCard.Membership membership = change.memberships().get(i);
            String pointer = "/memberships/" + i;
            if (membership.role() == Role.SUPER_ADMIN) {
                problems.add(new Problem(pointer + "/role", "users.role", "SUPER_ADMIN is no role of a store"));
            } else if (!authority.reaches(membership.storeId())) {
                problems.add(new Problem(pointer + "/storeId", "stores.not-found", "There is no store with this id"));
            } else if (roles.put(membership.storeId(), membership.role()) != null) {
                problems.add(new Problem(pointer + "/storeId", "users.store-twice", "One role in each store"));
            }
        }
        if (change.storeId() != null
                && !change.storeId().equals(before.storeId())
                && !roles.containsKey(change.storeId())) {
            problems.add(new Problem("/storeId", "users.store", "The home store is one where the person works"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return roles;
    }

    /** A home in another store than those of the scope is nobody's here to change. */
    private UUID home(UserCard before, UserChange change, Map<UUID, Role> roles) {
        UUID asked = change.storeId() == null ? before.storeId() : change.storeId();
        boolean good = asked == null || roles.containsKey(asked) || !authority.reaches(asked);
        return good && asked != null
                ? asked
                : roles.keySet().stream().findFirst().orElse(null);
    }

    private void lock(UUID id) {
        work.sql()
                .first(row -> true, "select 1 from erp.users where id = ? for no key update", id)
                .orElseThrow(People::notFound);
    }
}
