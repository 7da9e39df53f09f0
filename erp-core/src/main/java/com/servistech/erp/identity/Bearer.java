package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a good access token speaks for.
 *
 * @param session the sign-in that it came from
 * @param version of the person's tokens when it was issued
 */
public record Bearer(
        UUID userId, boolean superAdmin, UUID homeStore, Map<StoreId, Role> roles, UUID session, int version) {

    static final String SESSION = "sid";
    static final String VERSION = "ver";
    static final String ADMIN = "admin";
    static final String STORES = "stores";
    static final String HOME = "home";

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
        if (user.isEmpty() || session.isEmpty() || version.isEmpty() || roles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bearer(
                user.get(),
                claims.is(ADMIN),
                claims.text(HOME).map(UUID::fromString).orElse(null),
                roles.get(),
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

    public UserCaller caller(Origin origin) {
        return new UserCaller(userId, superAdmin, roles, origin);
    }
}
