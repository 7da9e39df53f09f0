package com.servistech.erp.commissions.rule;

/** What a commission is reckoned from. */
public enum Basis {
    /** A percentage of what an order brought less what it cost. */
    GROSS_PROFIT,
    /** So many dollars for each order delivered. */
    UNIT,
    /** A percentage of the accessories sold. */
    ACCESSORIES
}
