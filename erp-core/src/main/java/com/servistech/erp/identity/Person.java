package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import java.util.Map;
import java.util.UUID;

/** What the tokens of somebody active say; never leaves this package. */
record Person(
        UUID id,
        String email,
        String name,
        boolean superAdmin,
        UUID homeStoreId,
        int tokenVersion,
        Map<StoreId, Role> memberships) {

    static Person of(Sql.Row row) {
        return new Person(
                row.uuid("user_id"),
                row.text("email"),
                row.text("name"),
                row.bool("super_admin"),
                row.uuid("home_store_id"),
                row.integer("token_version"),
                People.memberships(row));
    }

    UserCard card() {
        return new UserCard(
                id,
                name,
                email,
                UserCard.mainRole(superAdmin, homeStoreId, memberships),
                homeStoreId,
                UserCard.memberships(memberships),
                true,
                0);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
