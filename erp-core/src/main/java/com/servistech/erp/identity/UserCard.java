package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person as others see them.
 *
 * @param role in the home store, or in the first store that the reader shares; null when there is none
 * @param storeId the home store; null for a SUPER_ADMIN
 * @param storeIds the stores they work in, as far as the reader's scope shows
 * @param memberships the same with the role in each
 */
public record UserCard(
        UUID id,
        String name,
        String email,
        Role role,
        UUID storeId,
        List<UUID> storeIds,
        List<Membership> memberships,
        boolean active,
        int version) {

    /** What a person is in one store. */
    public record Membership(UUID storeId, Role role) {}

    UserCard(
            UUID id,
            String name,
            String email,
            Role role,
            UUID storeId,
            List<Membership> memberships,
            boolean active,
            int version) {
        this(
                id,
                name,
                email,
                role,
                storeId,
                memberships.stream().map(Membership::storeId).toList(),
                List.copyOf(memberships),
                active,
                version);
    }

    static List<Membership> memberships(Map<StoreId, Role> roles) {
        return roles.entrySet().stream()
                .map(entry -> new Membership(entry.getKey().value(), entry.getValue()))
                .toList();
    }

    static Role mainRole(boolean superAdmin, UUID home, Map<StoreId, Role> roles) {
        if (superAdmin) {
            return Role.SUPER_ADMIN;
        }
        Role atHome = home == null ? null : roles.get(new StoreId(home));
        return atHome != null ? atHome : roles.values().stream().findFirst().orElse(null);
    }
}
