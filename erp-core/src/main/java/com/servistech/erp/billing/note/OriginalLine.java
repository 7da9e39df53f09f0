package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.inventory.Worth;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of the invoice and what earlier notes have taken of it.
 *
 * @param partId null for labour and open items
 * @param unitCost frozen when it was sold; null without a part
 * @param costVes what all of it had cost in bolívares; null without a part
 * @param restocked how many went back on the shelf
 */
record OriginalLine(
        UUID id,
        String description,
        int quantity,
        Money net,
        Money netVes,
        Tax tax,
        UUID partId,
        BigDecimal unitCost,
        BigDecimal costVes,
        int restocked,
        int creditedQuantity,
        Money creditedNet,
        Money creditedNetVes) {

    /**
     * What so many that come back had cost. Each note takes what is between all before it and all with it, so that the
     * whole line comes back at the whole cost.
     */
    Worth costOf(int pieces) {
        return costOfFirst(restocked + pieces).minus(costOfFirst(restocked));
    }

    private Worth costOfFirst(int pieces) {
        Money usd = Money.rounded(unitCost.multiply(BigDecimal.valueOf(quantity)), Currency.USD);
        return pieces == 0 ? Worth.NOTHING : new Worth(usd, new Money(costVes, Currency.VES)).share(pieces, quantity);
    }

    int left() {
        return quantity - creditedQuantity;
    }
}
