package com.servistech.erp.billing.invoice;

import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;
import java.util.UUID;

/** Invoices that are not issued yet: they may be changed and thrown away, and take neither number nor stock. */
final class Drafts {

    private record Draft(UUID id, NewInvoice input, int version) {}

    private final Work work;

    Drafts(Work work) {
        this.work = work;
    }

    InvoiceView write(NewInvoice input) {
        work.require(Permission.INVOICES_ISSUE);
        Prepared prepared = new PrepareInvoice(work).forDraft(input);
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.invoice_drafts (store_id, id, customer_id, order_id, content, written_by, created_at,"
                                + " updated_at) values (?, ?, ?, ?::uuid, ?::jsonb, ?, ?, ?)",
                        work.store(),
                        id,
                        input.customerId(),
                        input.orderId(),
                        DraftContent.write(input),
                        work.userId(),
                        work.now(),
                        work.now());
        return DraftView.of(id, prepared, 1);
    }

    InvoiceView change(UUID id, int expectedVersion, NewInvoice input) {
        work.require(Permission.INVOICES_ISSUE);
        Draft draft = lock(id);
        Prepared prepared = new PrepareInvoice(work).forDraft(input);
        requireVersion(draft, expectedVersion);
        work.sql()
                .update(
                        "update erp.invoice_drafts set customer_id = ?, order_id = ?::uuid, content = ?::jsonb, updated_at = ?,"
                                + " version = version + 1 where store_id = ? and id = ?",
                        input.customerId(),
                        input.orderId(),
                        DraftContent.write(input),
                        work.now(),
                        work.store(),
                        id);
        return DraftView.of(id, prepared, draft.version() + 1);
    }

    void discard(UUID id, int expectedVersion) {
        work.require(Permission.INVOICES_ISSUE);
        requireVersion(lock(id), expectedVersion);
        delete(id);
    }

    /** The draft becomes the invoice of the same id, at today's rate and under today's rules. */
    UUID issue(UUID id) {
        work.require(Permission.INVOICES_ISSUE);
        Draft draft = lock(id);
        delete(id);
        return new IssueInvoice(work).issue(id, draft.input());
    }

    Optional<InvoiceView> find(UUID id) {
        return work.sql()
                .first(Drafts::draft, "select * from erp.invoice_drafts where id = ?", id)
                .map(this::view);
    }

    Page<InvoiceView> list(InvoiceQuery query) {
        Page<Draft> page = Page.of(
                work.sql()
                        .list(
                                Drafts::draft,
                                "select * from erp.invoice_drafts where id < ? and (?::uuid is null or customer_id = ?::uuid)"
                                        + " and (?::uuid is null or order_id = ?::uuid) order by id desc limit ?",
                                query.page().beforeId(),
                                query.customerId(),
                                query.customerId(),
                                query.orderId(),
                                query.orderId(),
                                query.page().limit() + 1),
                query.page().limit(),
                draft -> draft.id().toString());
        return new Page<>(page.items().stream().map(this::view).toList(), page.nextCursor());
    }

    private InvoiceView view(Draft draft) {
        return DraftView.of(draft.id(), new PrepareInvoice(work).forReading(draft.input()), draft.version());
    }

    private Draft lock(UUID id) {
        return work.sql()
                .first(
                        Drafts::draft,
                        "select * from erp.invoice_drafts where store_id = ? and id = ? for update",
                        work.store(),
                        id)
                .orElseThrow(() -> new InvoiceBook(work).find(id).isPresent() ? issued() : InvoiceBook.notFound());
    }

    private static com.servistech.erp.error.ErpException issued() {
        return new com.servistech.erp.error.Conflict(
                "invoices.issued", "This invoice is issued: correct it with a credit or debit note");
    }

    private static void requireVersion(Draft draft, int expected) {
        if (draft.version() != expected) {
            throw new Stale("version.stale", "The draft was changed by somebody else: read it again");
        }
    }

    private void delete(UUID id) {
        work.sql().update("delete from erp.invoice_drafts where store_id = ? and id = ?", work.store(), id);
    }

    private static Draft draft(Sql.Row row) {
        return new Draft(
                row.uuid("id"),
                DraftContent.read(row.uuid("customer_id"), row.uuid("order_id"), row.text("content")),
                row.integer("version"));
    }
}
