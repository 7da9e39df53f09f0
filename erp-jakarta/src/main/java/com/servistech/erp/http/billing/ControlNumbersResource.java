package com.servistech.erp.http.billing;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Control numbers that a digital provider assigns. */
@Path("control-numbers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ControlNumbersResource {

    /** How many documents got their number now. */
    public record ControlRound(int assigned) {}

    @Inject
    private Edge edge;

    @POST
    @Needs(Permission.INVOICES_ISSUE)
    @Operation(summary = "Asks the provider for the control numbers of the store's documents that wait for them")
    @APIResponseSchema(value = ControlRound.class, responseCode = "200")
    public Response ask() {
        return edge.outside(door -> Answer.ok(new ControlRound(door.askForControlNumbers())));
    }
}
