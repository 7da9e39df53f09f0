package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.util.UUID;

/**
 * Cash that goes out of a drawer or comes into it without a customer.
 *
 * @param accountId where a deposit at a bank arrives; null for the store's banks in general
 * @param reference of the deposit slip; needed for a deposit at a bank
 */
public record NewTransfer(Kind kind, Money amount, UUID accountId, String reference, String reason) {

    /** Between which places. */
    public enum Kind {
        /** From the safe into the drawer. */
        CASH_IN,
        /** From the drawer into the safe. */
        WITHDRAWAL,
        /** From the drawer to a bank. */
        BANK_DEPOSIT
    }
}
