package com.servistech.erp.http.billing;

import com.servistech.erp.billing.invoice.InvoiceQuery;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
        PAID
    }

    public record InvoiceLineDraft(
            LineType type,
            @Maybe UUID partId,
            @Maybe UUID sellerId,
            String description,
            int quantity,
            Money unitPrice,
            Tax tax,
            @Maybe Money discount) {
        NewInvoice.Line input() {
            return new NewInvoice.Line(type, partId, sellerId, description, quantity, unitPrice, tax, discount);
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
            if (Boolean.TRUE.equals(draft)) {
                throw new Conflict(
                        "invoices.draft-not-available", "Drafts are not kept yet: issue the invoice at once");
            }
            return new NewInvoice(
                    customerId,
                    orderId,
                    lines.stream().map(InvoiceLineDraft::input).toList(),
                    discount);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Invoices, newest first; without their lines")
    @PageOf(InvoiceView.class)
    public Response list(
            @QueryParam("status") InvoiceStatus status,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        InvoiceQuery query =
                new InvoiceQuery(status == null ? null : status.name(), customerId, orderId, Edge.page(limit, cursor));
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
    @Operation(summary = "Issues an invoice: numbered, valued at the official rate, its parts taken from stock")
    @RequestBodySchema(InvoiceDraft.class)
    @APIResponseSchema(value = InvoiceView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`invoices.order-invoiced`, `inventory.insufficient-stock`, `rates.missing`,"
                    + " `invoices.draft-not-available`")
    public Response issue(Body body) {
        return edge.post(s -> {
            InvoiceView invoice = s.billing().issue(body.as(InvoiceDraft.class).input());
            return Answer.created(invoice, "invoices", invoice.id(), invoice.version());
        });
    }
}
