package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import java.time.LocalDate;

/** What runs low in a store and what its stock is worth. */
public final class StockReports {

    private final ErpClient erp;

    private StockReports(ErpClient erp) {
        this.erp = erp;
    }

    public static StockReports over(ErpClient erp) {
        return new StockReports(erp);
    }

    /** Parts of which less is free than the minimum says, by SKU. */
    public Page<LowStock> low(CallOptions options) {
        return erp.page("/stock/low", options, LowStock::over);
    }

    /** What the shelves are worth now. */
    public StockValuation valuation() {
        return StockValuation.over(erp.get("/stock/valuation", CallOptions.none()));
    }

    /** What the shelves were worth at the end of a day. */
    public StockValuation valuation(LocalDate day) {
        return StockValuation.over(
                erp.get("/stock/valuation", CallOptions.none().query("day", day.toString())));
    }
}
