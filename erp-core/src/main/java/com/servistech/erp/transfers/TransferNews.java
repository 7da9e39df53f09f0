package com.servistech.erp.transfers;

import com.servistech.erp.tenancy.StoreId;

/**
 * What a store has to tell another about a transfer that both know: how it stands there now. Opaque to those who carry it.
 */
public final class TransferNews {

    private final StoreId from;
    private final Transfer transfer;

    TransferNews(StoreId from, Transfer transfer) {
        this.from = from;
        this.transfer = transfer;
    }

    /** The store that tells. */
    public StoreId from() {
        return from;
    }

    /** The store that is told. */
    public StoreId to() {
        return transfer.otherStore();
    }

    Transfer transfer() {
        return transfer;
    }

    @Override
    public String toString() {
        return "transfer %s of %s: %s".formatted(transfer.id(), from, transfer.status());
    }
}
