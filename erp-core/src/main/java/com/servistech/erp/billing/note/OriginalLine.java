package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of the invoice and what earlier notes have taken of it.
 *
 * @param partId null for labour and open items
 * @param unitCost frozen when it was sold; null without a part
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
        int creditedQuantity,
        Money creditedNet,
        Money creditedNetVes) {

    int left() {
        return quantity - creditedQuantity;
    }
}
