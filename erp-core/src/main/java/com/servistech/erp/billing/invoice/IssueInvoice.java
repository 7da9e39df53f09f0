package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.fiscal.Numbered;
import com.servistech.erp.billing.fiscal.Numbering;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.Taken;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Issues an invoice: valued at the official rate of the day, its parts taken from stock with their cost frozen, posted to
 * the books, and numbered without gaps as the last thing; all of it or none. Afterwards only notes correct it.
 */
final class IssueInvoice {

    private final Work work;

    IssueInvoice(Work work) {
        this.work = work;
    }

    UUID issue(NewInvoice input) {
        return issue(work.newId(), input);
    }

    /** @param id a new one, or that of the draft which becomes this invoice */
    UUID issue(UUID id, NewInvoice input) {
        work.require(Permission.INVOICES_ISSUE);
        Prepared invoice = new PrepareInvoice(work).forIssue(input);
        if (input.orderId() != null) {
            refuseSecondInvoiceOf(input.orderId());
        }
        Taken[] taken = takeParts(input, id);
        post(id, invoice);
        new Outbox(work)
                .add(
                        "invoices.issued",
                        id,
                        Map.of("total", invoice.totals().total().toString()));
        Numbered numbered = new Numbering(work).number(id, invoice.type(), invoice.store(), invoice.policies());
        new InvoiceRows(work).insert(id, invoice, numbered.number(), taken);
        return id;
    }

    /** One that was credited in full is gone: the order may be invoiced again. */
    private void refuseSecondInvoiceOf(UUID orderId) {
        work.sql()
                .call(
                        "select 1 from erp.service_orders where store_id = ? and id = ? for no key update",
                        work.store(),
                        orderId);
        work.sql()
                .first(
                        row -> row.text("number"),
                        "select i.number from erp.invoices i join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id"
                                + " where i.store_id = ? and i.order_id = ? and b.status <> 'CREDITED'",
                        work.store(),
                        orderId)
                .ifPresent(number -> {
                    throw new Conflict("invoices.order-invoiced", "This order is on invoice " + number + " already");
                });
    }

    /** In the order of part ids, as everybody locks the shelf; null for lines without a part. */
    private Taken[] takeParts(NewInvoice input, UUID invoiceId) {
        Taken[] taken = new Taken[input.lines().size()];
        Inventory inventory = new Inventory(work);
        IntStream.range(0, taken.length)
                .filter(i -> input.lines().get(i).partId() != null)
                .boxed()
                .sorted(Comparator.comparing(i -> input.lines().get(i).partId()))
                .forEach(i -> {
                    NewInvoice.Line line = input.lines().get(i);
                    taken[i] = inventory.takeForInvoice(line.partId(), line.quantity(), input.orderId(), invoiceId);
                });
        return taken;
    }

    /** What the parts cost is in the books since they left the shelf. */
    private void post(UUID id, Prepared invoice) {
        new Ledger(work)
                .post(new JournalEntry("INVOICE", id)
                        .debit(
                                Account.RECEIVABLE,
                                invoice.totals().total(),
                                invoice.totals().totalVes())
                        .credit(
                                Account.SALES,
                                invoice.totals().net(),
                                invoice.totals().netVes())
                        .credit(
                                Account.IVA_PAYABLE,
                                invoice.totals().iva(),
                                invoice.totals().ivaVes()));
    }
}
