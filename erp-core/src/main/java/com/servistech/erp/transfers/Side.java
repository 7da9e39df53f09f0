package com.servistech.erp.transfers;

/** Which end of a transfer a store is. */
public enum Side {
    /** The parts leave this store. */
    OUT,
    /** The parts come to this store. */
    IN;

    Side other() {
        return this == OUT ? IN : OUT;
    }
}
