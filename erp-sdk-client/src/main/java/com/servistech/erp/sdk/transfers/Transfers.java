package com.servistech.erp.sdk.transfers;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.util.UUID;

/** Parts that go from one store to another. */
public final class Transfers {

    private final ErpClient erp;

    private Transfers(ErpClient erp) {
        this.erp = erp;
    }

    public static Transfers over(ErpClient erp) {
        return new Transfers(erp);
    }

    /** The store's own, newest first, page by page. */
    public Page<Transfer> list(CallOptions options) {
        return erp.page("/transfers", options, Transfer::over);
    }

    public Transfer get(UUID id) {
        return Transfer.over(erp.get("/transfers/" + id, CallOptions.none()));
    }

    /** Nothing leaves a shelf yet. */
    public Transfer request(TransferDraft draft) {
        return request(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Transfer request(TransferDraft draft, CallOptions options) {
        return Transfer.over(erp.post("/transfers", draft.json(), options));
    }

    /** Everything that was asked for leaves the shelves. */
    public Transfer send(UUID id) {
        return send(id, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Transfer send(UUID id, CallOptions options) {
        return Transfer.over(erp.post("/transfers/" + id + "/send", Body.of(), options));
    }

    public Transfer receive(UUID id, ArrivalDraft arrival) {
        return receive(id, arrival, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Transfer receive(UUID id, ArrivalDraft arrival, CallOptions options) {
        return Transfer.over(erp.post("/transfers/" + id + "/receive", arrival.json(), options));
    }

    /** Calls it off, or asks the store that decides to. */
    public Transfer cancel(UUID id, String reason) {
        return Transfer.over(erp.post("/transfers/" + id + "/cancel", Body.of("reason", reason), CallOptions.none()));
    }
}
