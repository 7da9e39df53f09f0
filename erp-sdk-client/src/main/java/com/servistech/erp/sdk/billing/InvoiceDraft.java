package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/** An invoice to be issued. */
public final class InvoiceDraft extends Draft<InvoiceDraft> {

    private InvoiceDraft(JsonObject json) {
        super(json);
    }

    /** An invoice to a customer, without lines yet. */
    public static InvoiceDraft to(UUID customerId) {
        return new InvoiceDraft(Body.of("customerId", customerId, "lines", JsonValue.EMPTY_JSON_ARRAY));
    }

    /** The service order that it is for. */
    public InvoiceDraft order(UUID value) {
        return put("orderId", value);
    }

    /** One more line. */
    public InvoiceDraft line(InvoiceLine value) {
        return append("lines", value);
    }

    /** Off the whole invoice. */
    public InvoiceDraft discount(Money value) {
        return put("discount", value);
    }

    /** To be issued later, by {@link Invoices#issueDraft}. */
    public InvoiceDraft asDraft() {
        return put("draft", true);
    }

    @Override
    protected InvoiceDraft copy(JsonObject changed) {
        return new InvoiceDraft(changed);
    }
}
