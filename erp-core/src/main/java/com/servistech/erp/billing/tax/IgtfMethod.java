package com.servistech.erp.billing.tax;

/** How IGTF lies in what a customer hands over. */
public enum IgtfMethod {
    /** The largest base with base + IGTF of the base within it: exactly 3 % of what settles the invoice. */
    ON_TOP,
    /** The percentage of all that is handed over. */
    GROSS
}
