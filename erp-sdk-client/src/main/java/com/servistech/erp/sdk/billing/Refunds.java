package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonValue;
import java.util.UUID;

/** Refunds of credit notes (reintegros). */
public final class Refunds {

    private final ErpClient erp;

    private Refunds(ErpClient erp) {
        this.erp = erp;
    }

    public static Refunds over(ErpClient erp) {
        return new Refunds(erp);
    }

    /** Asks for money back; somebody else approves it, above the store's limit always. */
    public Refund ask(UUID creditNoteId, String method, Money amount) {
        return ask(creditNoteId, method, amount, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Refund ask(UUID creditNoteId, String method, Money amount, CallOptions options) {
        return Refund.over(erp.post(of(creditNoteId), Body.of("method", method, "amount", amount), options));
    }

    /** Refunds of a credit note, newest first. */
    public Page<Refund> list(UUID creditNoteId) {
        return erp.page(of(creditNoteId), CallOptions.none(), Refund::over);
    }

    public Refund approve(UUID id) {
        return Refund.over(erp.post("/refunds/" + id + "/approval", JsonValue.EMPTY_JSON_OBJECT, CallOptions.none()));
    }

    public Refund refuse(UUID id, String reason) {
        return Refund.over(erp.post("/refunds/" + id + "/refusal", Body.of("reason", reason), CallOptions.none()));
    }

    private static String of(UUID creditNoteId) {
        return "/credit-notes/" + creditNoteId + "/refunds";
    }
}
