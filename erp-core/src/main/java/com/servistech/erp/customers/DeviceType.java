package com.servistech.erp.customers;

/** The kinds of device that are repaired. */
public enum DeviceType {
    PHONE,
    TABLET,
    WATCH,
    LAPTOP,
    OTHER
}
