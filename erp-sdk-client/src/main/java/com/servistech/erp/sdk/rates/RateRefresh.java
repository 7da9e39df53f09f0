package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.List;
import java.util.Optional;

/** What came of asking a source for its rate. */
public final class RateRefresh extends Model {

    private RateRefresh(JsonView view) {
        super(view);
    }

    public static RateRefresh over(JsonView view) {
        return new RateRefresh(view);
    }

    /** PUBLISHED, UNCHANGED, REJECTED or UNAVAILABLE. */
    public String outcome() {
        return view().string("outcome");
    }

    public Optional<String> reason() {
        return view().optional("reason", view()::string);
    }

    /** The rate that counts now; empty if the source has never given one. */
    public Optional<Rate> rate() {
        return view().optional("rate", name -> Rate.over(view().object(name)));
    }

    /** Observations that a person must confirm or refuse. */
    public List<Rate> waiting() {
        return view().objects("waiting").stream().map(Rate::over).toList();
    }
}
