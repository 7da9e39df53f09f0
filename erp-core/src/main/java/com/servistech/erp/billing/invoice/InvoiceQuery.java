package com.servistech.erp.billing.invoice;

import com.servistech.erp.tenancy.Page;
import java.util.UUID;

/**
 * Which invoices; a null condition does not restrict.
 *
 * @param documentState DRAFT for drafts, which are listed apart; else ISSUED, ISSUED_PENDING_CONTROL or null for both
 */
public record InvoiceQuery(String documentState, String status, UUID customerId, UUID orderId, Page.Request page) {

    public InvoiceQuery(String status, UUID customerId, UUID orderId, Page.Request page) {
        this(null, status, customerId, orderId, page);
    }
}
