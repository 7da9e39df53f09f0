package com.servistech.erp.cash;

/** Why something moved in a drawer. */
public enum CashMovementKind {
    /** What was in it at the beginning. */
    FLOAT,
    /** What a customer handed over for an invoice. */
    TENDER,
    /** What a customer handed over for an order, before its invoice. */
    ADVANCE,
    CHANGE,
    /** A payment that was taken back. */
    REVERSAL,
    /** Given back for a credit note. */
    REFUND,
    EXPENSE,
    /** From the safe. */
    CASH_IN,
    /** To the safe. */
    WITHDRAWAL,
    BANK_DEPOSIT,
    /** Commissions that were paid out of the drawer. */
    COMMISSION,
    /** What the count found too much or too little. */
    OVER_SHORT,
    /** What was counted at the end and went to the safe. */
    COUNTED
}
