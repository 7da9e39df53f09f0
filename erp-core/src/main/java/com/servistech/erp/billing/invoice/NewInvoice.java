package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * An invoice to be issued; prices in USD.
 *
 * @param orderId the repaired order, or null over the counter
 * @param discount on the whole document, before taxes; null for none
 */
public record NewInvoice(UUID customerId, UUID orderId, List<Line> lines, Money discount) {

    /**
     * @param partId null for labour and open items
     * @param sellerId who sold an accessory; null for the caller
     * @param discount on the line; null for none
     */
    public record Line(
            LineType type,
            UUID partId,
            UUID sellerId,
            String description,
            int quantity,
            Money unitPrice,
            Tax tax,
            Money discount) {

        /** Quantity × unit price − discount. */
        Money price() {
            Money gross = unitPrice.times(BigDecimal.valueOf(quantity));
            return discount == null ? gross : gross.minus(discount);
        }
    }
}
