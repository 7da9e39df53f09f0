package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonValue;
import java.util.UUID;

/** Payments, and the decisions about them. */
public final class Payments {

    private final ErpClient erp;

    private Payments(ErpClient erp) {
        this.erp = erp;
    }

    public static Payments over(ErpClient erp) {
        return new Payments(erp);
    }

    public Payment get(UUID id) {
        return Payment.over(erp.get("/payments/" + id, CallOptions.none()));
    }

    /** Those that wait for somebody to see them arrive. */
    public Page<Payment> reported() {
        return erp.page("/payments", CallOptions.none(), Payment::over);
    }

    /** Takes a confirmed payment back. */
    public Payment reverse(UUID id, String reason) {
        return reverse(id, reason, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Payment reverse(UUID id, String reason, CallOptions options) {
        return Payment.over(erp.post("/payments/" + id + "/reverse", Body.of("reason", reason), options));
    }

    /** The money is there. */
    public Payment confirm(UUID id) {
        return confirm(id, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Payment confirm(UUID id, CallOptions options) {
        return Payment.over(erp.post("/payments/" + id + "/confirm", JsonValue.EMPTY_JSON_OBJECT, options));
    }

    /** The money never came. */
    public Payment reject(UUID id, String reason) {
        return reject(id, reason, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Payment reject(UUID id, String reason, CallOptions options) {
        return Payment.over(erp.post("/payments/" + id + "/reject", Body.of("reason", reason), options));
    }
}
