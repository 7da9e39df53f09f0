package com.servistech.erp.sdk.customers;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import java.util.UUID;

/** The customers of the store. */
public final class Customers {

    private final ErpClient erp;

    private Customers(ErpClient erp) {
        this.erp = erp;
    }

    public static Customers over(ErpClient erp) {
        return new Customers(erp);
    }

    /** All of them, page by page. */
    public Page<Customer> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Customer> list(CallOptions options) {
        return erp.page("/customers", options, Customer::over);
    }

    /** Those whose name, document or phone matches the text. */
    public Page<Customer> list(String text) {
        return list(CallOptions.none().query("q", text));
    }

    public Customer get(UUID id) {
        return Customer.over(erp.get("/customers/" + id, CallOptions.none()));
    }

    public Customer create(CustomerDraft draft) {
        return create(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Customer create(CustomerDraft draft, CallOptions options) {
        return Customer.over(erp.post("/customers", draft.json(), options));
    }

    /** Changes a customer. Fails if somebody else changed it since it was read. */
    public Customer update(Customer known, CustomerDraft changed) {
        String etag = known.etag()
                .orElseThrow(() ->
                        new IllegalArgumentException("read it with get(id) first: an item of a list has no version"));
        return update(known.id(), etag, changed);
    }

    /** The same for a version kept elsewhere. */
    public Customer update(UUID id, String etag, CustomerDraft changed) {
        return Customer.over(erp.put("/customers/" + id, etag, changed.json(), CallOptions.none()));
    }

    public Devices devices(UUID customerId) {
        return Devices.of(erp, customerId);
    }
}
