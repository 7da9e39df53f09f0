package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import java.util.UUID;

/**
 * A person to be let in.
 *
 * @param storeId where they work; null for a SUPER_ADMIN
 */
public record NewUser(String name, String email, Role role, UUID storeId, String password) {

    @Override
    public String toString() {
        return "NewUser[" + email + ", " + role + "]";
    }
}
