package com.servistech.erp.inventory;

import java.util.UUID;

/**
 * A part that the store should order.
 *
 * @param available on hand and not reserved: less than the minimum
 * @param missing how many bring it back to the minimum; those on the way from another store are not counted
 */
public record LowStock(UUID partId, String sku, String name, int onHand, int available, int minimum, int missing) {}
