package com.servistech.erp.http.billing;

import com.servistech.erp.billing.refund.RefundView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What becomes of a refund that was asked for. */
@Path("refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RefundsResource {

    @Schema(example = """
            {"reason": "El cliente cambió de idea"}""")
    public record RefundRefusal(String reason) {}

    @Inject
    private Edge edge;

    @GET
    @Path("{id}")
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "One refund, and what became of it")
    @APIResponseSchema(RefundView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.billing().refund(id)));
    }

    @POST
    @Path("{id}/approval")
    @Needs(Permission.REFUNDS_APPROVE)
    @MovesValue
    @Operation(
            summary = "Approves a refund and gives it back: from the drawer of who asked, from the bank, or as credit")
    @APIResponseSchema(value = RefundView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`refunds.decided`, `cash.session-closed`, `cash.not-enough`, `rates.missing`,"
                    + " `ledger.period-closed`")
    public Response approve(@PathParam("id") UUID id) {
        return edge.post(s -> Answer.ok(s.billing().approveRefund(id)));
    }

    @POST
    @Path("{id}/refusal")
    @Needs(Permission.REFUNDS_APPROVE)
    @MovesValue
    @Operation(summary = "Refuses a refund; what the credit note owes stays owed")
    @RequestBodySchema(RefundRefusal.class)
    @APIResponseSchema(value = RefundView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`refunds.decided`")
    public Response refuse(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            RefundRefusal refusal =
                    body.as(RefundRefusal.class, () -> s.billing().refund(id));
            return Answer.ok(s.billing().refuseRefund(id, refusal.reason()));
        });
    }
}
