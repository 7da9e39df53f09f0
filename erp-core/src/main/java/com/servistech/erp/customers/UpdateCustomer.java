package com.servistech.erp.customers;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.UUID;

/** Puts a customer's details right. */
public final class UpdateCustomer {

    private final Work work;

    public UpdateCustomer(Work work) {
        this.work = work;
    }

    /**
     * @param expectedVersion the version that the caller read
     * @throws Stale when somebody changed the customer since
     * @throws Conflict {@code customers.document-taken}
     */
    public CustomerView update(UUID id, int expectedVersion, NewCustomer changed) {
        work.require(Permission.CUSTOMERS_WRITE);
        Customer customer = work.findForUpdate(Customer.class, id).orElseThrow(UpdateCustomer::notFound);
        NewCustomer details = changed.checked();
        if (customer.version() != expectedVersion) {
            throw new Stale("version.stale", "The customer is at version " + customer.version() + " by now");
        }
        customer.become(details, work.now());
        try {
            work.flush();
        } catch (PersistenceException e) {
            throw RegisterCustomer.documentTaken(details.document(), e);
        }
        new Outbox(work).add("customers.changed", id, Map.of());
        return customer.view();
    }

    static NotFound notFound() {
        return new NotFound("customers.not-found", "There is no such customer");
    }
}
