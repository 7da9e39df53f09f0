package com.servistech.erp.billing;

/** What a line sells. */
public enum LineType {
    SERVICE,
    PART,
    ACCESSORY
}
