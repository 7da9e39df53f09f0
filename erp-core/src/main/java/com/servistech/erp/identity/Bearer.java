package com.servistech.erp.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom a good access token speaks for. */
public record Bearer(UUID userId, boolean superAdmin, UUID homeStore, Map<StoreId, Role> roles) {

    static Bearer of(JWTClaimsSet claims) throws ParseException {
        Map<StoreId, Role> roles = new LinkedHashMap<>();
        for (String store :
                Optional.ofNullable(claims.getStringListClaim("stores")).orElse(List.of())) {
            int colon = store.indexOf(':');
            roles.put(StoreId.of(store.substring(0, colon)), Role.valueOf(store.substring(colon + 1)));
        }
        String home = claims.getStringClaim("home");
        return new Bearer(
                UUID.fromString(claims.getSubject()),
                Boolean.TRUE.equals(claims.getBooleanClaim("admin")),
                home == null ? null : UUID.fromString(home),
                roles);
    }

    public UserCaller caller(Origin origin) {
        return new UserCaller(userId, superAdmin, roles, origin);
    }
}
