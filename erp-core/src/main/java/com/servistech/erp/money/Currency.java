package com.servistech.erp.money;

/** The currencies of the till. All are kept to two decimals; USDT is treated as one of them, not as a dollar. */
public enum Currency {
    USD,
    VES,
    USDT,
    EUR
}
