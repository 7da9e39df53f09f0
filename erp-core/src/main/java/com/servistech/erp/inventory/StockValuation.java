package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the shelves of a store were worth at the end of a day, by weighted average of landed cost.
 *
 * @param pieces of all parts together
 * @param value the sum over the parts, USD
 * @param booked what the books say of the account of inventory on that day: the same
 * @param inTransit what was on its way to other stores, which is in the books of the store that sent it
 */
public record StockValuation(
        LocalDate day,
        int pieces,
        Money value,
        Money valueVes,
        Money booked,
        Money bookedVes,
        Money inTransit,
        Money inTransitVes,
        List<Line> lines) {

    /** One part. @param unitCost the average, rounded to cents */
    public record Line(UUID partId, String sku, String name, int onHand, Money unitCost, Money value, Money valueVes) {}
}
