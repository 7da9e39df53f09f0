package com.servistech.erp.http.billing;

import com.servistech.erp.billing.explain.Explanation;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What becomes of a payment. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    @Schema(example = """
            {"reason": "El banco no muestra la referencia"}""")
    public record Rejection(String reason) {}

    @Schema(example = """
            {"reason": "El banco devolvió el pago"}""")
    public record PaymentReversal(String reason) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Reported payments and deposits that wait for somebody to see them arrive, newest first")
    @PageOf(PaymentView.class)
    public Response reported(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.billing().reportedPayments(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "One payment or deposit, and what became of it")
    @APIResponseSchema(PaymentView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.billing().payment(id)));
    }

    @POST
    @Path("{id}/confirm")
    @Needs(Permission.PAYMENTS_CONFIRM)
    @MovesValue
    @Operation(
            summary =
                    "The money of a reported payment was seen to arrive; if the invoice is paid already, it is credit")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`payments.decided`, `payments.voucher-missing`, `ledger.period-closed`")
    public Response confirm(@PathParam("id") UUID id) {
        return edge.post(s -> Answer.ok(s.billing().confirm(id)));
    }

    @POST
    @Path("{id}/reject")
    @Needs(Permission.PAYMENTS_CONFIRM)
    @MovesValue
    @Operation(summary = "The money of a reported payment never came")
    @RequestBodySchema(Rejection.class)
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`payments.decided`")
    public Response reject(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            Rejection rejection = body.as(Rejection.class, () -> s.billing().payment(id));
            return Answer.ok(s.billing().reject(id, rejection.reason()));
        });
    }

    @POST
    @Path("{id}/reverse")
    @Needs(Permission.PAYMENTS_REVERSE)
    @MovesValue
    @Operation(summary = "Takes a confirmed payment back: the invoice owes it again, cash goes out of the drawer")
    @RequestBodySchema(PaymentReversal.class)
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`payments.not-confirmed`, `payments.reversed`, `payments.credit-used`,"
                    + " `cash.no-open-session`, `cash.not-enough`, `ledger.period-closed`")
    public Response reverse(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PaymentReversal reversal =
                    body.as(PaymentReversal.class, () -> s.billing().payment(id));
            return Answer.ok(s.billing().reverse(id, reversal.reason()));
        });
    }

    @GET
    @Path("{id}/explanation")
    @Needs(Permission.INVOICES_READ)
    @Operation(
            summary = "What a payment did, step by step: its rate, its IGTF, what it took off the debt, what was over")
    @APIResponseSchema(Explanation.class)
    public Response explanation(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.billing().explainPayment(id)));
    }
}
