package com.servistech.erp.tenancy;

import java.util.Objects;
import java.util.UUID;

/** The identity of a store, or of the chain itself. */
public record StoreId(UUID value) {

    /** Carries the chain's own audit, outbox, idempotency and job rows; no store has this id. */
    public static final StoreId CHAIN = new StoreId(new UUID(0, 0));

    public StoreId {
        Objects.requireNonNull(value, "value");
    }

    public static StoreId of(String text) {
        return new StoreId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
