package com.servistech.erp.http.billing;

import com.servistech.erp.billing.InvoiceQuery;
import com.servistech.erp.billing.InvoiceView;
import com.servistech.erp.billing.LineType;
import com.servistech.erp.billing.NewInvoice;
import com.servistech.erp.billing.NewPayment;
import com.servistech.erp.billing.PaymentMethod;
import com.servistech.erp.billing.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.money.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Invoices and what is paid on them. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvoicesResource {

    public record Line(
            LineType type,
            @Maybe UUID partId,
            @Maybe UUID sellerId,
            String description,
            int quantity,
            Money unitPrice,
            Tax tax,
            @Maybe Money discount) {}

    public record Draft(
            UUID customerId,
            @Maybe UUID orderId,
            @Maybe Boolean draft,
            List<Line> lines,
            @Maybe Money discount) {}

    public record PaymentDraft(
            PaymentMethod method,
            Money amount,
            @Maybe String reference,
            @Maybe String bankCode,
            @Maybe String phone,
            @Maybe String document,
            @Maybe LocalDate paidOn,
            @Maybe String payer,
            @Maybe String last4,
            @Maybe String lot,
            @Maybe String registerId,
            @Maybe Boolean confirm) {}

    @Inject
    private Edge edge;

    @GET
    public Response list(
            @QueryParam("status") String status,
            @QueryParam("customerId") String customerId,
            @QueryParam("orderId") String orderId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        InvoiceQuery query = new InvoiceQuery(
                status, Query.uuid("customerId", customerId), Query.uuid("orderId", orderId), Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.billing().list(query)));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> {
            InvoiceView invoice = s.billing().get(id);
            return Answer.ok(invoice, invoice.version());
        });
    }

    @POST
    public Response issue(Draft b) {
        if (Boolean.TRUE.equals(b.draft())) {
            throw new Conflict("invoices.draft-not-available", "Drafts are not kept yet: issue the invoice at once");
        }
        List<NewInvoice.Line> lines = b.lines().stream()
                .map(line -> new NewInvoice.Line(
                        line.type(),
                        line.partId(),
                        line.sellerId(),
                        line.description(),
                        line.quantity(),
                        line.unitPrice(),
                        line.tax(),
                        line.discount()))
                .toList();
        return edge.postOnce(s -> {
            InvoiceView invoice = s.billing().issue(new NewInvoice(b.customerId(), b.orderId(), lines, b.discount()));
            return Answer.created(invoice, "invoices", invoice.id(), invoice.version());
        });
    }

    @POST
    @Path("{id}/payments")
    public Response pay(@PathParam("id") UUID id, PaymentDraft b) {
        NewPayment payment = new NewPayment(
                b.method(),
                b.amount(),
                b.reference(),
                b.bankCode(),
                b.phone(),
                b.document(),
                b.paidOn(),
                b.payer(),
                b.last4(),
                b.lot(),
                b.registerId(),
                Boolean.TRUE.equals(b.confirm()));
        return edge.postOnce(s -> Answer.created(s.billing().pay(id, payment)));
    }
}
