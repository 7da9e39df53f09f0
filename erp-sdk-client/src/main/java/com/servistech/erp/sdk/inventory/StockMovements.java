package com.servistech.erp.sdk.inventory;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.UUID;

/** What comes into stock and what counting corrects. */
public final class StockMovements {

    private final ErpClient erp;

    private StockMovements(ErpClient erp) {
        this.erp = erp;
    }

    public static StockMovements over(ErpClient erp) {
        return new StockMovements(erp);
    }

    /** Takes parts in, at what each cost. */
    public Stock receipt(UUID partId, int quantity, Money unitCost, String reason) {
        return receipt(partId, quantity, unitCost, reason, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Stock receipt(UUID partId, int quantity, Money unitCost, String reason, CallOptions options) {
        return create(
                Body.of(
                        "partId",
                        partId,
                        "kind",
                        "RECEIPT",
                        "quantity",
                        quantity,
                        "unitCost",
                        unitCost,
                        "reason",
                        reason),
                options);
    }

    /** Adds what was found, or takes away (a negative quantity) what was not. */
    public Stock adjustment(UUID partId, int quantity, String reason) {
        return adjustment(partId, quantity, reason, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Stock adjustment(UUID partId, int quantity, String reason, CallOptions options) {
        return create(Body.of("partId", partId, "kind", "ADJUSTMENT", "quantity", quantity, "reason", reason), options);
    }

    private Stock create(JsonObject body, CallOptions options) {
        return Stock.over(erp.post("/stock-movements", body, options));
    }
}
