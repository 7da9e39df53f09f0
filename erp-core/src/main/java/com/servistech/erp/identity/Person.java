package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What sign-in knows of a person; never leaves this package. */
record Person(
        UUID id,
        String email,
        String name,
        boolean superAdmin,
        UUID homeStoreId,
        String passwordHash,
        int tokenVersion,
        Map<StoreId, Role> memberships) {

    static Person of(Sql.Row row) {
        List<UUID> stores = row.array("stores");
        List<String> roles = row.array("roles");
        Map<StoreId, Role> memberships = new LinkedHashMap<>();
        for (int i = 0; i < stores.size(); i++) {
            memberships.put(new StoreId(stores.get(i)), Role.valueOf(roles.get(i)));
        }
        return new Person(
                row.uuid("user_id"),
                row.text("email"),
                row.text("name"),
                row.bool("super_admin"),
                row.uuid("home_store_id"),
                row.text("password_hash"),
                row.integer("token_version"),
                memberships);
    }

    UserCard card() {
        Role role = superAdmin
                ? Role.SUPER_ADMIN
                : memberships.getOrDefault(
                        homeStoreId == null ? StoreId.CHAIN : new StoreId(homeStoreId),
                        memberships.values().stream().findFirst().orElse(null));
        return new UserCard(
                id,
                name,
                email,
                role,
                homeStoreId,
                memberships.keySet().stream().map(StoreId::value).toList(),
                true,
                0);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
