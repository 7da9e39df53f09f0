package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import java.util.UUID;

/** The catalogue of parts. */
public final class Parts {

    private final ErpClient erp;

    private Parts(ErpClient erp) {
        this.erp = erp;
    }

    public static Parts over(ErpClient erp) {
        return new Parts(erp);
    }

    /** All of them, page by page. */
    public Page<Part> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Part> list(CallOptions options) {
        return erp.page("/parts", options, Part::over);
    }

    public Part get(UUID id) {
        return Part.over(erp.get("/parts/" + id, CallOptions.none()));
    }

    public Part create(PartDraft draft) {
        return create(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Part create(PartDraft draft, CallOptions options) {
        return Part.over(erp.post("/parts", draft.json(), options));
    }

    /** What the store has of the part. */
    public Stock stock(UUID partId) {
        return Stock.over(erp.get("/parts/" + partId + "/stock", CallOptions.none()));
    }
}
