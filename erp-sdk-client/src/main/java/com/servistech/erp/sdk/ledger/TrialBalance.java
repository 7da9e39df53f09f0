package com.servistech.erp.sdk.ledger;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;

/** What every account held before a month, what moved in it and what it holds after. */
public final class TrialBalance extends Model {

    private TrialBalance(JsonView view) {
        super(view);
    }

    public static TrialBalance over(JsonView view) {
        return new TrialBalance(view);
    }

    public boolean closed() {
        return view().flag("closed");
    }

    public Money debitVes() {
        return view().money("debitVes");
    }

    public Money creditVes() {
        return view().money("creditVes");
    }

    /** One for each account and currency. */
    public List<JsonView> rows() {
        return view().objects("rows");
    }
}
