package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.UUID;

/** One line of an invoice, general tax unless said otherwise. */
public final class InvoiceLine extends Draft<InvoiceLine> {

    private InvoiceLine(JsonObject json) {
        super(json);
    }

    /** Work that has no part. */
    public static InvoiceLine service(String description, int quantity, Money unitPrice) {
        return line("SERVICE", description, quantity)
                .put("unitPrice", unitPrice)
                .tax("GENERAL");
    }

    /** A service of the catalogue at the price that it has on the day of issue. */
    public static InvoiceLine service(UUID serviceId, String description, int quantity) {
        return line("SERVICE", description, quantity)
                .put("serviceId", serviceId)
                .tax("GENERAL");
    }

    /** A part, which leaves the stock. */
    public static InvoiceLine part(UUID partId, String description, int quantity, Money unitPrice) {
        return line("PART", description, quantity)
                .put("partId", partId)
                .put("unitPrice", unitPrice)
                .tax("GENERAL");
    }

    /** An accessory, which leaves the stock. */
    public static InvoiceLine accessory(UUID partId, String description, int quantity, Money unitPrice) {
        return line("ACCESSORY", description, quantity)
                .put("partId", partId)
                .put("unitPrice", unitPrice)
                .tax("GENERAL");
    }

    private static InvoiceLine line(String type, String description, int quantity) {
        return new InvoiceLine(Body.of("type", type, "description", description, "quantity", quantity));
    }

    /** GENERAL, REDUCED, LUXURY or EXEMPT. */
    public InvoiceLine tax(String value) {
        return put("tax", value);
    }

    public InvoiceLine discount(Money value) {
        return put("discount", value);
    }

    /** The service of the catalogue, at the price of this line. */
    public InvoiceLine service(UUID value) {
        return put("serviceId", value);
    }

    /** Who sold it, for the commission. */
    public InvoiceLine seller(UUID value) {
        return put("sellerId", value);
    }

    @Override
    protected InvoiceLine copy(JsonObject changed) {
        return new InvoiceLine(changed);
    }
}
