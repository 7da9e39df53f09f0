package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import java.util.List;
import java.util.UUID;

/**
 * A person to be let in.
 *
 * @param storeId where they work; null for a SUPER_ADMIN
 * @param storeIds all stores where they have this role, when they are several
 */
public record NewUser(String name, String email, Role role, UUID storeId, List<UUID> storeIds, String password) {

    public NewUser {
        storeIds = List.copyOf(storeIds);
    }

    public NewUser(String name, String email, Role role, UUID storeId, String password) {
        this(name, email, role, storeId, List.of(), password);
    }

    @Override
    public String toString() {
        return "NewUser[" + email + ", " + role + "]";
    }
}
