package com.servistech.erp.sdk.counts;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.util.List;
import java.util.UUID;

/** Blind counts of what is on the shelves. */
public final class StockCounts {

    private final ErpClient erp;

    private StockCounts(ErpClient erp) {
        this.erp = erp;
    }

    public static StockCounts over(ErpClient erp) {
        return new StockCounts(erp);
    }

    /** Newest first, page by page, without their lines. */
    public Page<StockCount> list(CallOptions options) {
        return erp.page("/stock-counts", options, StockCount::over);
    }

    public StockCount get(UUID id) {
        return StockCount.over(erp.get("/stock-counts/" + id, CallOptions.none()));
    }

    /** Of everything of which something is written down. */
    public StockCount open(String name) {
        return StockCount.over(erp.post("/stock-counts", Body.of("name", name), CallOptions.none()));
    }

    public StockCount open(String name, List<UUID> parts) {
        return StockCount.over(erp.post("/stock-counts", Body.of("name", name, "partIds", parts), CallOptions.none()));
    }

    /** Writes down how many of a part are there. */
    public StockCount count(UUID id, UUID partId, int counted) {
        return StockCount.over(erp.post(
                "/stock-counts/" + id + "/lines", Body.of("partId", partId, "counted", counted), CallOptions.none()));
    }

    /** Hands it in; differences up to the limit are put right at once. */
    public StockCount submit(UUID id, String reason) {
        return StockCount.over(
                erp.post("/stock-counts/" + id + "/submission", Body.of("reason", reason), CallOptions.none()));
    }

    /** Puts the differences right, as somebody who did not count. */
    public StockCount approve(UUID id) {
        return StockCount.over(
                erp.post("/stock-counts/" + id + "/approval", Body.of("approved", true), CallOptions.none()));
    }

    /** Throws away a count that waits for approval. */
    public StockCount reject(UUID id, String reason) {
        return StockCount.over(erp.post(
                "/stock-counts/" + id + "/approval", Body.of("approved", false, "reason", reason), CallOptions.none()));
    }

    /** Throws away a count that is still open. */
    public StockCount discard(UUID id, String reason) {
        return StockCount.over(
                erp.post("/stock-counts/" + id + "/discard", Body.of("reason", reason), CallOptions.none()));
    }
}
