package com.servistech.erp.tenancy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A person who signed in, or a program that came in by a key.
 *
 * @param superAdmin acts for every store and for the chain
 * @param roles the person's role in each of their stores
 * @param only what a program may do of what its role may; empty for a person, who may do all of it
 */
public record UserCaller(
        UUID userId, boolean superAdmin, Map<StoreId, Role> roles, Optional<Set<Permission>> only, Origin origin)
        implements Caller {

    public UserCaller {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(origin, "origin");
        roles = Map.copyOf(roles);
        only = only.map(Set::copyOf);
    }

    /** A person. */
    public UserCaller(UUID userId, boolean superAdmin, Map<StoreId, Role> roles, Origin origin) {
        this(userId, superAdmin, roles, Optional.empty(), origin);
    }

    @Override
    public String roleIn(StoreId store) {
        return superAdmin ? Role.SUPER_ADMIN.name() : String.valueOf(roles.get(store));
    }

    @Override
    public boolean reaches(StoreId store) {
        return superAdmin || roles.containsKey(store);
    }

    @Override
    public boolean reachesChain() {
        return superAdmin;
    }

    @Override
    public boolean may(Permission permission, StoreId store) {
        Role role = superAdmin ? Role.SUPER_ADMIN : roles.get(store);
        return role != null
                && permission.isGivenTo(role)
                && only.filter(granted -> !granted.contains(permission)).isEmpty();
    }
}
