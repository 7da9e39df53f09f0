package com.servistech.erp.http.billing;

import com.servistech.erp.billing.explain.Explanation;
import com.servistech.erp.billing.invoice.InvoiceQuery;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Invoices and what is paid on them. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {

    /** How much of an invoice is paid. */
    public enum InvoiceStatus {
        PENDING,
        PARTIAL,
        PAID,
        CREDITED
    }

    /** How far a document has come. */
    public enum DocumentState {
        DRAFT,
        ISSUED,
        ISSUED_PENDING_CONTROL
    }

    public record InvoiceLineDraft(
            LineType type,
            @Maybe UUID partId,
            @Maybe UUID serviceId,
            @Maybe UUID sellerId,
            String description,
            int quantity,
            @Maybe Money unitPrice,
            Tax tax,
            @Maybe Money discount) {
        NewInvoice.Line input() {
            return new NewInvoice.Line(
                    type, partId, serviceId, sellerId, description, quantity, unitPrice, tax, discount);
        }
    }

    @Schema(example = """
            {"customerId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87",
             "lines": [{"type": "SERVICE", "description": "Mano de obra", "quantity": 1,
                        "unitPrice": {"amount": "25.00", "currency": "USD"}, "tax": "GENERAL"}]}""")
    public record InvoiceDraft(
            UUID customerId,
            @Maybe UUID orderId,
            @Maybe Boolean draft,
            List<InvoiceLineDraft> lines,
            @Maybe Money discount) {
        NewInvoice input() {
            return new NewInvoice(
                    customerId,
                    orderId,
                    lines.stream().map(InvoiceLineDraft::input).toList(),
                    discount);
        }

        boolean isDraft() {
            return Boolean.TRUE.equals(draft);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Invoices, newest first, without their lines; drafts only when documentState asks for them")
    @PageOf(InvoiceView.class)
    public Response list(
            @QueryParam("documentState") DocumentState documentState,
            @QueryParam("status") InvoiceStatus status,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        InvoiceQuery query = new InvoiceQuery(
                documentState == null ? null : documentState.name(),
                status == null ? null : status.name(),
                customerId,
                orderId,
                Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.billing().list(query)));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "One invoice with its lines, its taxes and what is still owed")
    @APIResponseSchema(InvoiceView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> {
            InvoiceView invoice = s.billing().get(id);
            return Answer.ok(invoice, invoice.version());
        });
    }

    @POST
    @Needs(Permission.INVOICES_ISSUE)
    @MovesValue
    @Operation(
            summary =
                    "Issues an invoice: numbered, valued at the official rate, its parts taken from stock; a line that names a"
                            + " service of the catalogue and no unitPrice costs what that says today; with draft it is"
                            + " kept without any of that")
    @RequestBodySchema(InvoiceDraft.class)
    @APIResponseSchema(value = InvoiceView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`invoices.order-invoiced`, `inventory.insufficient-stock`, `rates.missing`,"
                    + " `invoices.forms-used-up`, `taxes.unknown`, `ledger.period-closed`")
    public Response issue(Body body) {
        return edge.post(s -> {
            InvoiceDraft draft = body.as(InvoiceDraft.class);
            InvoiceView invoice = draft.isDraft()
                    ? s.billing().draft(draft.input())
                    : s.billing().issue(draft.input());
            return Answer.created(invoice, "invoices", invoice.id(), invoice.version());
        });
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.INVOICES_ISSUE)
    @Operation(summary = "Changes a draft; an issued invoice is corrected by notes")
    @RequestBodySchema(InvoiceDraft.class)
    @APIResponseSchema(InvoiceView.class)
    @APIResponse(responseCode = "409", description = "`invoices.issued`")
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            InvoiceDraft draft = body.as(InvoiceDraft.class, () -> s.billing().get(id));
            InvoiceView changed = s.billing().changeDraft(id, edge.expectedVersion(), draft.input());
            return Answer.ok(changed, changed.version());
        });
    }

    @DELETE
    @Path("{id}")
    @Needs(Permission.INVOICES_ISSUE)
    @Operation(summary = "Throws a draft away; an issued invoice is taken back by a credit note")
    @APIResponse(responseCode = "204", description = "Thrown away")
    @APIResponse(responseCode = "409", description = "`invoices.issued`")
    public Response discard(@PathParam("id") UUID id) {
        return edge.write(s -> {
            s.billing().discardDraft(id, edge.expectedVersion());
            return Answer.nothing();
        });
    }

    @POST
    @Path("{id}/issue")
    @Needs(Permission.INVOICES_ISSUE)
    @MovesValue
    @Operation(summary = "Issues a draft: at today's rate, under today's rules, with the draft's id")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description =
                    "`invoices.issued`, `invoices.order-invoiced`, `inventory.insufficient-stock`, `rates.missing`,"
                            + " `invoices.forms-used-up`, `taxes.unknown`, `ledger.period-closed`")
    public Response issueDraft(@PathParam("id") UUID id) {
        return edge.post(s -> {
            InvoiceView invoice = s.billing().issueDraft(id);
            return Answer.ok(invoice, invoice.version());
        });
    }

    @GET
    @Path("{id}/pdf")
    @Needs(Permission.INVOICES_READ)
    @Produces("application/pdf")
    @Operation(
            summary = "The invoice on paper: format a4 or ticket (80 mm); a copy says that it gives no fiscal credit")
    @FileOf("application/pdf")
    @APIResponse(responseCode = "409", description = "`invoices.draft`")
    public Response pdf(
            @PathParam("id") UUID id, @QueryParam("format") String format, @QueryParam("copy") Boolean copy) {
        return Papers.pdf(edge, id, format, copy);
    }

    @GET
    @Path("{id}/explanation")
    @Needs(Permission.INVOICES_READ)
    @Operation(
            summary = "Why every amount is what it is: rate, conversion, discounts, taxes, rounding, notes, payments")
    @APIResponseSchema(Explanation.class)
    @APIResponse(responseCode = "409", description = "`invoices.draft`")
    public Response explanation(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.billing().explain(id)));
    }
}
