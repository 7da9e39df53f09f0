package com.servistech.erp.inventory;

/** A part goes into a device; an accessory goes over the counter. */
public enum PartType {
    PART,
    ACCESSORY
}
