package com.servistech.erp.http.billing;

import com.servistech.erp.billing.payment.Credit;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the shop owes a customer. */
@Path("customers/{id}/credits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditsResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Credits of a customer, oldest first, with what is left of them; all on one page")
    @PageOf(Credit.class)
    public Response credits(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(new Page<>(s.billing().credits(id), null)));
    }
}
