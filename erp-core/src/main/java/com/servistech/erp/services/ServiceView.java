package com.servistech.erp.services;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A service of the catalogue.
 *
 * @param modelId null when it is for any model, like its name
 * @param price of the day that was asked for, without taxes and parts
 */
public record ServiceView(
        UUID id,
        String code,
        String name,
        UUID modelId,
        String model,
        Money price,
        int minutes,
        int warrantyDays,
        List<Part> parts,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** A part that it usually takes. */
    public record Part(UUID partId, String sku, String name, int quantity) {}
}
