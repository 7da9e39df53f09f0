package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;

/** A key in full, at the one moment when the server tells it. Its text shows nothing of it. */
public final class NewApiKey extends Model {

    private NewApiKey(JsonView view) {
        super(view);
    }

    static NewApiKey over(JsonView view) {
        return new NewApiKey(view);
    }

    /** For {@link com.servistech.erp.sdk.Credentials#apiKey}: keep it where secrets are kept. */
    public String key() {
        return view().string("key");
    }

    public ServiceAccount account() {
        return ServiceAccount.over(view().object("account"));
    }
}
