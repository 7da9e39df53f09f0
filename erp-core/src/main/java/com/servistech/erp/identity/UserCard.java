package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import java.util.List;
import java.util.UUID;

/**
 * A person as others see them.
 *
 * @param role in the home store, or in the first store that the reader shares
 * @param storeId the home store; null for a SUPER_ADMIN
 * @param storeIds the stores they work in, as far as the reader's scope shows
 */
public record UserCard(
        UUID id,
        String name,
        String email,
        Role role,
        UUID storeId,
        List<UUID> storeIds,
        boolean active,
        int version) {}
