package com.servistech.erp.inventory;

import java.math.BigDecimal;

/**
 * What an invoice's line took.
 *
 * @param pieces how many
 * @param cost what all of them cost when they left the shelf, to be frozen on the line
 */
public record Taken(int pieces, Worth cost) {

    /** The frozen cost of one, eight decimals. */
    public BigDecimal unitCost() {
        return cost.unitCost(pieces);
    }
}
