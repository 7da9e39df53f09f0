package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Parts set aside for an order.
 *
 * @param taken how many left the shelf for it
 * @param status OPEN, CONSUMED or RELEASED
 * @param price of one, from the catalogue
 */
public record ReservationView(
        UUID id,
        UUID orderId,
        UUID partId,
        String sku,
        String name,
        int quantity,
        int taken,
        String status,
        Money price,
        Instant reservedAt) {}
