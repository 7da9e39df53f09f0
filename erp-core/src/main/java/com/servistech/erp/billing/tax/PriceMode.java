package com.servistech.erp.billing.tax;

/**
 * Whether list prices hold IVA. Not every price with IVA can be split without a cent over, so the list is exclusive by
 * default; inclusive documents say so.
 */
public enum PriceMode {
    TAX_EXCLUSIVE,
    TAX_INCLUSIVE
}
