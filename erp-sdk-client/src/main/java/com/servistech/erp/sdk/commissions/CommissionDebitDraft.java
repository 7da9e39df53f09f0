package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.UUID;

/** A charge against a person's pay, to be proposed. */
public final class CommissionDebitDraft extends Draft<CommissionDebitDraft> {

    private CommissionDebitDraft(JsonObject json) {
        super(json);
    }

    /** @param cause a word in capitals, like HUMAN_ERROR */
    public static CommissionDebitDraft of(UUID personId, String cause, Money amount, String description) {
        return new CommissionDebitDraft(
                Body.of("personId", personId, "cause", cause, "amount", amount, "description", description));
    }

    public CommissionDebitDraft order(UUID orderId) {
        return put("orderId", orderId);
    }

    /** What shows it: a photo, a quality check, a paper. */
    public CommissionDebitDraft evidence(String evidence) {
        return append("evidence", evidence);
    }

    /** A picture or a PDF that shows it, stored before. */
    public CommissionDebitDraft file(UUID fileId) {
        return append("fileIds", fileId);
    }

    /** Somebody else does the work again, for this much. */
    public CommissionDebitDraft rework(UUID otherPersonId, Money fee) {
        return put("rework", Body.of("personId", otherPersonId, "amount", fee));
    }

    @Override
    protected CommissionDebitDraft copy(JsonObject changed) {
        return new CommissionDebitDraft(changed);
    }
}
