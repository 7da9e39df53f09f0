package com.servistech.erp.sdk.audit;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.List;

/** What the verification of the chains found. */
public final class AuditVerdict extends Model {

    private AuditVerdict(JsonView view) {
        super(view);
    }

    public static AuditVerdict over(JsonView view) {
        return new AuditVerdict(view);
    }

    public boolean intact() {
        return view().flag("intact");
    }

    /** Whether something was found that no older backup explains. */
    public boolean tampered() {
        return view().flag("tampered");
    }

    /** One of each store, with what was found in it. */
    public List<JsonView> chains() {
        return view().objects("chains");
    }
}
