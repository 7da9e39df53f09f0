package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A part of the catalogue, with what the caller's store has of it.
 *
 * @param categoryId null for none
 * @param modelIds the models of devices that it fits; models says their names in the same order
 * @param warrantyPercent of the cost, put aside for the warranty of each
 * @param warrantyFund what that is
 * @param unitCost the whole cost build-up (COGS+)
 * @param price today's
 * @param minimumStock of a store that says nothing else
 * @param active whether it is still bought
 * @param onHand null when no single store asks
 * @param available on hand and not reserved; null when no single store asks
 */
public record PartView(
        UUID id,
        String sku,
        String name,
        PartType type,
        UUID categoryId,
        String category,
        List<UUID> modelIds,
        List<String> models,
        Money cost,
        Money shipping,
        Money operational,
        BigDecimal warrantyPercent,
        Money warrantyFund,
        Money unitCost,
        Money price,
        int minimumStock,
        boolean active,
        Integer onHand,
        Integer available,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    CostBuildUp build() {
        return new CostBuildUp(cost, shipping, operational, new Percent(warrantyPercent));
    }
}
