package com.servistech.erp.stores;

import java.util.UUID;

/**
 * A shop to be opened.
 *
 * @param phone may be null
 */
public record NewStore(UUID issuerId, String code, String name, String address, String phone, String series) {}
