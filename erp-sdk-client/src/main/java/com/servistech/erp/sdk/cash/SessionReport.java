package com.servistech.erp.sdk.cash;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.List;

/** What a session took and gave, by kind and currency. */
public final class SessionReport extends Model {

    private SessionReport(JsonView view) {
        super(view);
    }

    public static SessionReport over(JsonView view) {
        return new SessionReport(view);
    }

    /** X while the session is open, Z once it is closed. */
    public String kind() {
        return view().string("kind");
    }

    /** {@code kind}, {@code count} and {@code amount} each. */
    public List<JsonView> sums() {
        return view().objects("sums");
    }

    public JsonView expected() {
        return view().object("expected");
    }
}
