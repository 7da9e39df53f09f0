package com.servistech.erp.customers;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.UUID;

/** Adds a customer to the store's book; a document stands in it once. */
public final class RegisterCustomer {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Work work;

    public RegisterCustomer(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code customers.document-taken} */
    public CustomerView register(NewCustomer customer) {
        work.require(Permission.CUSTOMERS_WRITE);
        NewCustomer details = customer.checked();
        UUID id = work.newId();
        Customer added = new Customer(id, work.store().value(), details, work.now());
        try {
            work.add(added);
        } catch (PersistenceException e) {
            throw documentTaken(details.document(), e);
        }
        new Outbox(work).add("customers.registered", id, Map.of());
        return added.view();
    }

    static RuntimeException documentTaken(String document, PersistenceException failure) {
        return SqlFailure.stateOf(failure).filter(UNIQUE_VIOLATION::equals).isPresent()
                ? new Conflict("customers.document-taken", "There is a customer with the document " + document)
                : failure;
    }
}
