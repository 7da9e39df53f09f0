package com.servistech.erp.inventory;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;

/**
 * Which parts to list.
 *
 * @param text part of a name or SKU; null for all
 * @param type null for both
 * @param updatedSince only those changed at or after it; null for all
 */
public record PartQuery(String text, PartType type, Instant updatedSince, Page.Request page) {

    public static PartQuery all() {
        return new PartQuery(null, null, null, Page.Request.first());
    }
}
