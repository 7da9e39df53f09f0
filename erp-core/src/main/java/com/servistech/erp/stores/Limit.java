package com.servistech.erp.stores;

import com.servistech.erp.money.Money;

/** Up to where one person may act alone. */
public enum Limit {
    /** A greater difference of a count needs somebody else's approval; 5 USD unless the store says otherwise. */
    CASH_DIFFERENCE("5.00"),
    /**
     * Differences of one count of the shelves, too much and missing added up, are put right at once up to this; 20 USD
     * unless the store says otherwise.
     */
    COUNT_DIFFERENCE("20.00"),
    /**
     * Refunds of one credit note that who may approve them gives out alone, all together; nothing unless the store says
     * otherwise: two people.
     */
    REFUND_ALONE("0.00");

    private final Money standard;

    Limit(String usd) {
        this.standard = Money.usd(usd);
    }

    /** Where the store has set none. */
    public Money standard() {
        return standard;
    }
}
