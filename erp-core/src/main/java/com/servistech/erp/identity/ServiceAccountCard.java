package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A service account as its managers see it: a program of an integrator that calls for one store.
 *
 * @param role as what it counts in the store
 * @param permissions what it may do of what that role may
 * @param closedAt since when it may do nothing; null while it may
 * @param keys the newest first
 */
public record ServiceAccountCard(
        UUID id,
        String name,
        Role role,
        UUID storeId,
        Set<Permission> permissions,
        Instant createdAt,
        Instant closedAt,
        List<Key> keys) {

    public ServiceAccountCard {
        keys = List.copyOf(keys);
    }

    /**
     * A key, without what makes it one.
     *
     * @param hint its last letters
     * @param revokedAt null while it is good until {@code expiresAt}
     * @param lastUsedAt to the minute; null when it never was
     */
    public record Key(
            UUID id, String hint, Instant createdAt, Instant expiresAt, Instant revokedAt, Instant lastUsedAt) {}
}
