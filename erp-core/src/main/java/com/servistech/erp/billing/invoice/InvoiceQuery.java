package com.servistech.erp.billing.invoice;

import com.servistech.erp.tenancy.Page;
import java.util.UUID;

/** Which invoices; a null condition does not restrict. */
public record InvoiceQuery(String status, UUID customerId, UUID orderId, Page.Request page) {}
