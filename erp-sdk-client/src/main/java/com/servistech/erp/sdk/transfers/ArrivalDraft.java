package com.servistech.erp.sdk.transfers;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.UUID;

/** What arrived of a transfer. Parts that are not named arrived wholly. */
public final class ArrivalDraft extends Draft<ArrivalDraft> {

    private ArrivalDraft(JsonObject json) {
        super(json);
    }

    public static ArrivalDraft everything() {
        return new ArrivalDraft(Body.of());
    }

    /** Something did not arrive, and why. */
    public static ArrivalDraft because(String reason) {
        return new ArrivalDraft(Body.of("reason", reason));
    }

    /** What is neither received nor lost goes back to the store that sent it. */
    public ArrivalDraft part(UUID partId, int received, int lost) {
        return append("lines", Body.of("partId", partId, "received", received, "lost", lost));
    }

    @Override
    protected ArrivalDraft copy(JsonObject changed) {
        return new ArrivalDraft(changed);
    }
}
