package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.time.LocalDate;
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

    /** @param before as it was read: nobody else's change is overwritten */
    public Part update(Part before, PartDraft changed) {
        return Part.over(
                erp.put("/parts/" + before.id(), before.etag().orElseThrow(), changed.json(), CallOptions.none()));
    }

    /** Everything that came and went of it in the store, newest first. */
    public Page<Movement> movements(UUID partId, CallOptions options) {
        return erp.page("/parts/" + partId + "/movements", options, Movement::over);
    }

    /** Since when it sold for what, newest day first. */
    public Page<Price> prices(UUID partId, CallOptions options) {
        return erp.page("/parts/" + partId + "/prices", options, Price::over);
    }

    /** What it sells for on a day. */
    public Price price(UUID partId, LocalDate day) {
        return Price.over(
                erp.get("/parts/" + partId + "/price", CallOptions.none().query("day", day.toString())));
    }

    /** Another price from today or a later day on. */
    public Price price(UUID partId, Money price, LocalDate validFrom) {
        return Price.over(erp.post(
                "/parts/" + partId + "/prices", Body.of("price", price, "validFrom", validFrom), CallOptions.none()));
    }

    /** Below which number this store orders it. */
    public Stock minimum(UUID partId, int minimum) {
        return Stock.over(
                erp.post("/parts/" + partId + "/minimum", Body.of("minimumStock", minimum), CallOptions.none()));
    }
}
