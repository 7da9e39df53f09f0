package com.servistech.erp.http.billing;

import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.openapi.PageOf;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Money for an order before it has an invoice. */
@Path("orders/{id}/deposits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DepositsResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Deposits on an order, newest first, and what became of them")
    @PageOf(PaymentView.class)
    public Response deposits(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.billing().deposits(id, Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.PAYMENTS_TAKE)
    @MovesValue
    @Operation(summary = "Takes a deposit on an order, with a receipt; its invoice is settled by it at its own rate")
    @RequestBodySchema(PaymentDraft.class)
    @APIResponseSchema(value = PaymentView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`deposits.order-invoiced`, `deposits.invoice-required`, `orders.closed`,"
                    + " `payments.reference-used`, `payments.method-not-available`, `cash.no-open-session`,"
                    + " `cash.not-enough`, `rates.missing`, `ledger.period-closed`")
    public Response deposit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PaymentDraft draft = body.as(PaymentDraft.class, () -> s.repairs().get(id));
            return Answer.created(s.billing().deposit(id, draft.input()));
        });
    }
}
