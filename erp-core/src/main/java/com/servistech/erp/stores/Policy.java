package com.servistech.erp.stores;

/**
 * The switches of an issuer. Their values, which is the default and who says so are data ({@code policy_values}); what
 * an issuer decided is dated. Accountant and owner confirm them before an issuer goes live.
 */
public enum Policy {
    /** ORDINARY, SPECIAL (perceives IGTF), FORMAL (exempt sales only) or UNREGISTERED (no fiscal documents). */
    REGIME,
    /** What to do on a day whose official rate is not known. */
    MISSING_RATE,
    /** Which rate counts while banks are closed. */
    WEEKEND_RATE,
    /** How IGTF lies in what is handed over. */
    IGTF_METHOD,
    /** What documents the IGTF of a payment after the invoice. */
    IGTF_LATE_PAYMENT,
    /** What becomes of IGTF when goods come back. */
    IGTF_ON_RETURN,
    /** What the difference between the rates of issue and of payment is. */
    FX_SETTLEMENT,
    TAX_ROUNDING,
    ROUNDING_MODE,
    PRICE_MODE,
    CHANGE_ROUNDING,
    CHANGE_CURRENCY,
    /** What a deposit on an order gets. */
    DEPOSIT_DOCUMENT,
    /** Where control numbers come from. */
    FISCAL_CHANNEL
}
