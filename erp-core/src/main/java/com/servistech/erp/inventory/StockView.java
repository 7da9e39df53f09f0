package com.servistech.erp.inventory;

import java.util.UUID;

/**
 * What the store has of a part.
 *
 * @param onHand lies there, reserved or not
 * @param reserved orders have a claim on it
 * @param available can still be reserved or sold
 */
public record StockView(UUID partId, int onHand, int reserved, int available) {

    StockView(UUID partId, int onHand, int reserved) {
        this(partId, onHand, reserved, onHand - reserved);
    }
}
