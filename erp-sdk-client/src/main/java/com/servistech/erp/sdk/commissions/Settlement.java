package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;

/** What settling a period did, as the server describes it. */
public final class Settlement extends Model {

    private Settlement(JsonView view) {
        super(view);
    }

    public static Settlement over(JsonView view) {
        return new Settlement(view);
    }

    public Optional<String> period() {
        return view().optional("period", view()::string);
    }
}
