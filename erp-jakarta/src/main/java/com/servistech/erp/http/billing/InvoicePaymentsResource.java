package com.servistech.erp.http.billing;

import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.billing.payment.PaymentPreview;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.access.ReadOnly;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What is paid on an invoice. */
@Path("invoices/{id}/payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicePaymentsResource {

    /** An amount that would be handed over, or the principal that it is to settle. */
    @Schema(example = """
            {"method": "CASH_USD", "amount": {"amount": "120.00", "currency": "USD"}}""")
    public record PreviewDraft(
            String method,
            @Maybe Money amount,
            @Maybe Money principal,
            @Maybe Money changeInKind,
            @Maybe Boolean changeAsCredit,
            @Maybe LocalDate paidOn,
            @Maybe UUID accountId,
            @Maybe UUID creditId) {
        NewPayment input() {
            PaymentData data =
                    new PaymentData(null, null, null, null, paidOn, accountId, null, null, null, null, creditId);
            return new NewPayment(method, amount, changeInKind, Boolean.TRUE.equals(changeAsCredit), data, null, false);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Payments on an invoice, and deposits that were applied to it, newest first")
    @PageOf(PaymentView.class)
    public Response payments(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.billing().payments(id, Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.PAYMENTS_TAKE)
    @MovesValue
    @Operation(
            summary =
                    "Takes a payment: cash, vouchers and credit count at once, what comes by bank is reported until it"
                            + " is confirmed")
    @RequestBodySchema(PaymentDraft.class)
    @APIResponseSchema(value = PaymentView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`invoices.paid`, `payments.reference-used`, `payments.method-not-available`,"
                    + " `payments.retention-taken`, `credits.not-enough`, `cash.no-open-session`, `cash.not-enough`,"
                    + " `rates.missing`, `ledger.period-closed`")
    public Response pay(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PaymentDraft draft = body.as(PaymentDraft.class, () -> s.billing().get(id));
            return Answer.created(s.billing().pay(id, draft.input()));
        });
    }

    @POST
    @Path("preview")
    @Needs(Permission.PAYMENTS_TAKE)
    @ReadOnly
    @Operation(summary = "Says what a payment would do, by the function that does it, and changes nothing")
    @RequestBodySchema(PreviewDraft.class)
    @APIResponseSchema(value = PaymentPreview.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`invoices.paid`, `payments.method-not-available`, `credits.not-enough`, `rates.missing`")
    public Response preview(@PathParam("id") UUID id, Body body) {
        return edge.read(s -> {
            PreviewDraft draft = body.as(PreviewDraft.class, () -> s.billing().get(id));
            return Answer.ok(s.billing().preview(id, draft.input(), draft.principal()));
        });
    }
}
