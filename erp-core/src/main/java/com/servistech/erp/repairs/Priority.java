package com.servistech.erp.repairs;

/** How soon an order is to be worked on. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT,
    WARRANTY
}
