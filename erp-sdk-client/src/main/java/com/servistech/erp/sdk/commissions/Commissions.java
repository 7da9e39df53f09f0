package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.time.YearMonth;
import java.util.UUID;

/** The commissions of the store. */
public final class Commissions {

    private final ErpClient erp;

    private Commissions(ErpClient erp) {
        this.erp = erp;
    }

    public static Commissions over(ErpClient erp) {
        return new Commissions(erp);
    }

    /** All of them, page by page. */
    public Page<CommissionEntry> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<CommissionEntry> list(CallOptions options) {
        return erp.page("/commissions", options, CommissionEntry::over);
    }

    /** The entries of a month. */
    public Page<CommissionEntry> list(YearMonth period) {
        return list(CallOptions.none().query("period", period.toString()));
    }

    /** The entries of a person in a month. */
    public Page<CommissionEntry> list(YearMonth period, UUID technicianId) {
        return list(
                CallOptions.none().query("period", period.toString()).query("technicianId", technicianId.toString()));
    }

    /** Settles the month. */
    public Settlement settle(YearMonth period) {
        return settle(period, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Settlement settle(YearMonth period, CallOptions options) {
        return Settlement.over(erp.post("/commissions/settlements", Body.of("period", period), options));
    }
}
