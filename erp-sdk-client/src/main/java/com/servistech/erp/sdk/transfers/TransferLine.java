package com.servistech.erp.sdk.transfers;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.UUID;

/** A part of a transfer. */
public final class TransferLine extends Model {

    private TransferLine(JsonView view) {
        super(view);
    }

    public static TransferLine over(JsonView view) {
        return new TransferLine(view);
    }

    public UUID partId() {
        return view().uuid("partId");
    }

    public String sku() {
        return view().string("sku");
    }

    public String name() {
        return view().string("name");
    }

    public long requested() {
        return view().integer("requested");
    }

    public long sent() {
        return view().integer("sent");
    }

    public long received() {
        return view().integer("received");
    }

    /** Went back to the store that sent it. */
    public long returned() {
        return view().integer("returned");
    }

    /** Written off. */
    public long lost() {
        return view().integer("lost");
    }

    /** What the sent pieces were worth. */
    public Money value() {
        return view().money("value");
    }

    public Money valueVes() {
        return view().money("valueVes");
    }
}
