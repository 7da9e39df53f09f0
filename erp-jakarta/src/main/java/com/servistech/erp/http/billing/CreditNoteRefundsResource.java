package com.servistech.erp.http.billing;

import com.servistech.erp.billing.refund.NewRefund;
import com.servistech.erp.billing.refund.RefundView;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What is given back for a credit note. */
@Path("credit-notes/{id}/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditNoteRefundsResource {

    @Schema(example = """
            {"method": "CASH_USD", "amount": {"amount": "13.92", "currency": "USD"}}""")
    public record RefundDraft(
            String method,
            Money amount,
            @Maybe UUID accountId,
            @Maybe String reference,
            @Maybe String registerId) {
        NewRefund input() {
            return new NewRefund(method, amount, accountId, reference, registerId);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Refunds of a credit note, newest first")
    @PageOf(RefundView.class)
    public Response refunds(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.billing().refunds(id, Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.PAYMENTS_TAKE)
    @MovesValue
    @Operation(
            summary =
                    "Asks for money back for a credit note; somebody else approves it, above the store's limit always")
    @RequestBodySchema(RefundDraft.class)
    @APIResponseSchema(value = RefundView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`refunds.nothing-due`, `payments.method-not-available`, `cash.no-open-session`,"
                    + " `cash.not-enough`, `rates.missing`, `ledger.period-closed`")
    public Response ask(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            RefundDraft draft = body.as(RefundDraft.class, () -> s.billing().note(id));
            return Answer.created(s.billing().refund(id, draft.input()));
        });
    }
}
