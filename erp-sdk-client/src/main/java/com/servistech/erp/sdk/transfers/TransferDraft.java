package com.servistech.erp.sdk.transfers;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Parts that should go from one store to another. */
public final class TransferDraft extends Draft<TransferDraft> {

    private TransferDraft(JsonObject json) {
        super(json);
    }

    /** One of the two stores is the caller's own. */
    public static TransferDraft between(UUID fromStoreId, UUID toStoreId) {
        return new TransferDraft(Body.of("fromStoreId", fromStoreId, "toStoreId", toStoreId));
    }

    public TransferDraft part(UUID partId, int quantity) {
        return append("lines", Body.of("partId", partId, "quantity", quantity));
    }

    public TransferDraft note(String note) {
        return put("note", note);
    }

    @Override
    protected TransferDraft copy(JsonObject changed) {
        return new TransferDraft(changed);
    }
}
