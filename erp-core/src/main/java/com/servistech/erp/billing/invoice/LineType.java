package com.servistech.erp.billing.invoice;

/** What a line sells. */
public enum LineType {
    SERVICE,
    PART,
    ACCESSORY
}
