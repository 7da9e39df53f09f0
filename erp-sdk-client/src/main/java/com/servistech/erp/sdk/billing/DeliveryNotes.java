package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Delivery notes of the store: what was handed over, without prices. */
public final class DeliveryNotes {

    private final ErpClient erp;

    private DeliveryNotes(ErpClient erp) {
        this.erp = erp;
    }

    public static DeliveryNotes over(ErpClient erp) {
        return new DeliveryNotes(erp);
    }

    /** Newest first. */
    public Page<JsonView> list() {
        return erp.page("/delivery-notes", CallOptions.none(), view -> view);
    }

    public JsonView get(UUID id) {
        return erp.get(at(id), CallOptions.none());
    }

    /** @param note {@code customerId}, {@code lines} of description and quantity, and what the contract allows besides */
    public JsonView issue(JsonObject note) {
        return erp.post("/delivery-notes", note, CallOptions.none());
    }

    /** @param format {@code a4} or {@code ticket} */
    public byte[] pdf(UUID id, String format) {
        return erp.send("GET", at(id) + "/pdf", CallOptions.none().query("format", format))
                .bytes();
    }

    private static String at(UUID id) {
        return "/delivery-notes/" + id;
    }
}
