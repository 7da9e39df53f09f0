package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.util.UUID;

/**
 * Something bought out of the drawer.
 *
 * @param category a word of the shop's own: TRANSPORT, CLEANING
 * @param receipt number of the receipt; null where there was none
 * @param receiptFileId its picture or scan; null without one
 */
public record NewExpense(Money amount, String category, String description, String receipt, UUID receiptFileId) {

    /** Without a picture of the receipt. */
    public NewExpense(Money amount, String category, String description, String receipt) {
        this(amount, category, description, receipt, null);
    }
}
