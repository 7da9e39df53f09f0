package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;

/** A month of commissions and how far it is. */
public final class CommissionPeriod extends Model {

    private CommissionPeriod(JsonView view) {
        super(view);
    }

    public static CommissionPeriod over(JsonView view) {
        return new CommissionPeriod(view);
    }

    public String period() {
        return view().string("period");
    }

    /** CALCULATED, APPROVED, PAID or CLOSED. */
    public String state() {
        return view().string("state");
    }

    /** How often it was approved. */
    public long approvals() {
        return view().integer("approvals");
    }
}
