package com.servistech.erp.audit;

import com.servistech.erp.tenancy.StoreId;

/** The newest link of a store's chain, now or when it was sealed. */
public record ChainHead(StoreId store, long position, String hash) {}
