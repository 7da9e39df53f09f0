package com.servistech.erp.sdk.customers;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;
import java.util.UUID;

/** A customer of a store. */
public final class Customer extends Model {

    private Customer(JsonView view) {
        super(view);
    }

    public static Customer over(JsonView view) {
        return new Customer(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String name() {
        return view().string("name");
    }

    /** Cédula or RIF. */
    public String document() {
        return view().string("document");
    }

    public Optional<String> phone() {
        return view().optional("phone", view()::string);
    }

    public Optional<String> email() {
        return view().optional("email", view()::string);
    }

    public Optional<String> address() {
        return view().optional("address", view()::string);
    }
}
