package com.servistech.erp.ledger;

/** The accounts that the shop's acts post to. */
public enum Account {
    CASH_USD,
    CASH_VES,
    BANK_USD,
    BANK_VES,
    RECEIVABLE,
    SALES,
    IVA_PAYABLE,
    IGTF_PAYABLE,
    EXCHANGE_DIFFERENCE,
    INVENTORY,
    COST_OF_SALES,
    CUSTOMER_CREDIT,
    CASH_OVER_SHORT
}
