package com.servistech.erp.billing.deliverynote;

import com.servistech.erp.billing.fiscal.DocumentRows;
import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.fiscal.Numbered;
import com.servistech.erp.billing.fiscal.Numbering;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.Invoices;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Issues a delivery note: a "documento no fiscal" with numbers of its own. It moves no stock, owes nothing and posts
 * nothing; what is sold is on an invoice.
 */
final class IssueDeliveryNote {

    private static final int MOST_LINES = 200;
    private static final List<String> TEXTS =
            List.of("DOCUMENTO NO FISCAL", "No sustituye la factura; sin derecho a crédito fiscal");

    private final Work work;

    IssueDeliveryNote(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code invoices.draft} for an invoice that is not issued yet */
    UUID issue(NewDeliveryNote input) {
        work.require(Permission.INVOICES_ISSUE);
        check(input);
        CustomerView customer = new Customers(work).get(input.customerId());
        requireHers(input);
        StoreCard store = new Stores(work).current();
        UUID id = work.newId();
        new Outbox(work).add("delivery-notes.issued", id, Map.of());
        Numbered numbered = new Numbering(work)
                .number(
                        id,
                        DocumentType.DELIVERY_NOTE,
                        store,
                        new Policies(work).on(work.today(), store.issuer().id()));
        insert(id, numbered.number(), input, store, customer);
        return id;
    }

    private static void check(NewDeliveryNote input) {
        Problems problems = new Problems();
        if (input.lines().isEmpty() || input.lines().size() > MOST_LINES) {
            problems.add("/lines", "list.size", "A delivery note has 1 to " + MOST_LINES + " lines");
        }
        for (int i = 0; i < input.lines().size(); i++) {
            NewDeliveryNote.Line line = input.lines().get(i);
            problems.required("/lines/" + i + "/description", line.description(), 200);
            problems.optional("/lines/" + i + "/serialNumber", line.serialNumber(), 60);
            if (line.quantity() < 1 || line.quantity() > 10_000) {
                problems.add("/lines/" + i + "/quantity", "number.range", "Between 1 and 10000");
            }
        }
        problems.optional("/remarks", input.remarks(), 400);
        problems.refuseIfAny();
    }

    private void requireHers(NewDeliveryNote input) {
        Problems problems = new Problems();
        if (input.orderId() != null
                && !new Repairs(work).get(input.orderId()).customerId().equals(input.customerId())) {
            problems.add("/orderId", "delivery-notes.other-customer", "This order is another customer's");
        }
        if (input.invoiceId() != null) {
            InvoiceView invoice = new Invoices(work).get(input.invoiceId());
            if (invoice.number() == null) {
                throw new Conflict("invoices.draft", "A draft is no document yet: issue it first");
            } else if (!invoice.customerId().equals(input.customerId())) {
                problems.add("/invoiceId", "delivery-notes.other-customer", "This invoice is another customer's");
            }
        }
        problems.refuseIfAny();
    }

    private void insert(UUID id, String number, NewDeliveryNote input, StoreCard store, CustomerView customer) {
        DocumentRows rows = DocumentRows.ofDeliveryNotes(work);
        rows.document(id, number, store, TEXTS)
                .set("customer_id", customer.id())
                .set("customer_name", customer.name())
                .set("customer_document", customer.document())
                .set("customer_address", customer.address())
                .set("customer_phone", customer.phone())
                .set("order_id", "uuid", input.orderId())
                .set("invoice_id", "uuid", input.invoiceId())
                .set("remarks", stripped(input.remarks()))
                .insert();
        for (int i = 0; i < input.lines().size(); i++) {
            NewDeliveryNote.Line line = input.lines().get(i);
            rows.line(id, i, line.description().strip(), line.quantity())
                    .set("serial_number", stripped(line.serialNumber()))
                    .insert();
        }
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
