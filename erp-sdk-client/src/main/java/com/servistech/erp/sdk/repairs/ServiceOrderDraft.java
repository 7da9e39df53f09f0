package com.servistech.erp.sdk.repairs;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/** An intake. */
public final class ServiceOrderDraft extends Draft<ServiceOrderDraft> {

    private ServiceOrderDraft(JsonObject json) {
        super(json);
    }

    /** A device of a customer, what is wrong with it, and the terms, which the customer accepted. */
    public static ServiceOrderDraft of(UUID customerId, UUID deviceId, String reportedIssue) {
        return new ServiceOrderDraft(Body.of(
                "customerId",
                customerId,
                "deviceId",
                deviceId,
                "reportedIssue",
                reportedIssue,
                "priority",
                "MEDIUM",
                "checklist",
                JsonValue.EMPTY_JSON_OBJECT,
                "termsAccepted",
                true));
    }

    /** LOW, MEDIUM (if not said), HIGH, URGENT or WARRANTY. */
    public ServiceOrderDraft priority(String value) {
        return put("priority", value);
    }

    /** What was looked at when the device came in. */
    public ServiceOrderDraft checklist(JsonObject value) {
        return put("checklist", value);
    }

    public ServiceOrderDraft termsAccepted(boolean value) {
        return put("termsAccepted", value);
    }

    @Override
    protected ServiceOrderDraft copy(JsonObject changed) {
        return new ServiceOrderDraft(changed);
    }
}
