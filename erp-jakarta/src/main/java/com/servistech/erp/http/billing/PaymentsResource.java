package com.servistech.erp.http.billing;

import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** What becomes of a reported payment. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    @Schema(example = """
            {"reason": "El banco no muestra la referencia"}""")
    public record Rejection(String reason) {}

    @Inject
    private Edge edge;

    @POST
    @Path("{id}/confirm")
    @Needs(Permission.PAYMENTS_CONFIRM)
    @MovesValue
    @Operation(summary = "The money of a reported payment was seen to arrive")
    @APIResponseSchema(value = PaymentView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`payments.decided`, `invoices.paid`")
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
}
