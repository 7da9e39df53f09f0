package com.servistech.erp.stores;

/**
 * What may be changed about a shop; its code, issuer and series stay for ever, documents carry them.
 *
 * @param phone may be null
 */
public record StoreChange(String name, String address, String phone, boolean active) {}
