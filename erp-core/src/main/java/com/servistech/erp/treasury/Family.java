package com.servistech.erp.treasury;

/** What kind of thing a payment method is: all that the software must know to handle one. */
public enum Family {
    /** Notes into a drawer: counts at once, gives change. */
    CASH,
    /** Arrives by bank, terminal or network: reported until somebody saw it arrive; what is too much becomes credit. */
    ELECTRONIC,
    /** A paper that settles without money: a retention voucher. */
    VOUCHER,
    /** What the shop owes the customer already. */
    CREDIT
}
