package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whom a good access token speaks for.
 *
 * @param only what a program may do of what its role may; empty for a person
 * @param session the sign-in that it came from
 * @param version of the person's tokens when it was issued
 */
public record Bearer(
        UUID userId,
        boolean superAdmin,
        UUID homeStore,
        Map<StoreId, Role> roles,
        Optional<Set<Permission>> only,
        UUID session,
        int version) {

    static final String SESSION = "sid";
    static final String VERSION = "ver";
    static final String ADMIN = "admin";
    static final String STORES = "stores";
    static final String HOME = "home";
    static final String ONLY = "only";

    public Bearer {
        roles = Map.copyOf(roles);
    }

    /** @throws IllegalArgumentException when a claim is not written as we write it */
    static Optional<Bearer> of(Claims claims) {
        Optional<UUID> user = claims.text("sub").map(UUID::fromString);
        Optional<UUID> session = claims.text(SESSION).map(UUID::fromString);
        Optional<Integer> version =
                claims.number(VERSION).filter(n -> n == n.intValue()).map(Long::intValue);
        Optional<Map<StoreId, Role>> roles = claims.texts(STORES).map(Bearer::roles);
        boolean unclear = claims.has(ONLY) && claims.texts(ONLY).isEmpty();
        if (user.isEmpty() || session.isEmpty() || version.isEmpty() || roles.isEmpty() || unclear) {
            return Optional.empty();
        }
        return Optional.of(new Bearer(
                user.get(),
                claims.is(ADMIN),
                claims.text(HOME).map(UUID::fromString).orElse(null),
                roles.get(),
                claims.texts(ONLY).map(Bearer::permissions),
                session.get(),
                version.get()));
    }

    private static Map<StoreId, Role> roles(Iterable<String> stores) {
        Map<StoreId, Role> roles = new LinkedHashMap<>();
        for (String store : stores) {
            String[] parts = store.split(":", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a store without a role");
            }
            roles.put(StoreId.of(parts[0]), Role.valueOf(parts[1]));
        }
        return roles;
    }

    private static Set<Permission> permissions(Iterable<String> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        names.forEach(name -> permissions.add(Permission.valueOf(name)));
        return permissions;
    }

    public UserCaller caller(Origin origin) {
        return new UserCaller(userId, superAdmin, roles, only, origin);
    }
}
