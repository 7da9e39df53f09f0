package com.servistech.erp.inventory;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;
import java.util.UUID;

/**
 * Which parts to list.
 *
 * @param text beginnings of words of the SKU, name, category or model; null for all
 * @param type null for both
 * @param categoryId null for all
 * @param modelId only those that fit it; null for all
 * @param active null for all
 * @param updatedSince only those changed at or after it; null for all
 */
public record PartQuery(
        String text,
        PartType type,
        UUID categoryId,
        UUID modelId,
        Boolean active,
        Instant updatedSince,
        Page.Request page) {

    public PartQuery(String text, PartType type, Instant updatedSince, Page.Request page) {
        this(text, type, null, null, null, updatedSince, page);
    }

    public static PartQuery all() {
        return new PartQuery(null, null, null, Page.Request.first());
    }
}
