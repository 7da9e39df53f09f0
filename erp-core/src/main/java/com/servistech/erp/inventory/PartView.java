package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A part of the catalogue, with what the caller's store has of it.
 *
 * @param unitCost the whole cost build-up (COGS+)
 * @param onHand null when no single store asks
 * @param available on hand and not reserved; null when no single store asks
 */
public record PartView(
        UUID id,
        String sku,
        String name,
        PartType type,
        Money cost,
        Money shipping,
        Money operational,
        Money unitCost,
        Money price,
        int minimumStock,
        Integer onHand,
        Integer available,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
