package com.servistech.erp.sdk.customers;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;

/** A customer to be registered or changed. */
public final class CustomerDraft extends Draft<CustomerDraft> {

    private CustomerDraft(JsonObject json) {
        super(json);
    }

    /** The least that is known of a customer. */
    public static CustomerDraft of(String name, String document, String phone) {
        return new CustomerDraft(Body.of("name", name, "document", document, "phone", phone));
    }

    public CustomerDraft email(String value) {
        return put("email", value);
    }

    public CustomerDraft address(String value) {
        return put("address", value);
    }

    @Override
    protected CustomerDraft copy(JsonObject changed) {
        return new CustomerDraft(changed);
    }
}
