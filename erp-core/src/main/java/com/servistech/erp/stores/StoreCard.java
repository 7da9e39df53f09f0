package com.servistech.erp.stores;

import java.util.UUID;

/**
 * A shop with its issuer.
 *
 * @param code what people call it, {@code CCS-01}
 * @param series the issuer's invoice series that this shop alone uses
 */
public record StoreCard(
        UUID id,
        String code,
        String name,
        String address,
        String phone,
        String series,
        boolean active,
        int version,
        IssuerCard issuer) {}
