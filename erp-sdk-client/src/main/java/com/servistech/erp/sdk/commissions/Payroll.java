package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;

/** What everybody is paid for a month. */
public final class Payroll extends Model {

    private Payroll(JsonView view) {
        super(view);
    }

    public static Payroll over(JsonView view) {
        return new Payroll(view);
    }

    public String period() {
        return view().string("period");
    }

    /** Figures still move while it is OPEN or CALCULATED. */
    public String state() {
        return view().string("state");
    }

    public Money pay() {
        return view().money("pay");
    }

    public List<CommissionStatement> people() {
        return view().objects("people").stream().map(CommissionStatement::over).toList();
    }
}
