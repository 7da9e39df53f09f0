package com.servistech.erp.http.billing;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What becomes of a reported payment. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    public record Nothing() {}

    public record Rejection(String reason) {}

    @Inject
    private Edge edge;

    @POST
    @Path("{id}/confirm")
    public Response confirm(@PathParam("id") UUID id, Nothing body) {
        return edge.postOnce(s -> Answer.ok(s.billing().confirm(id)));
    }

    @POST
    @Path("{id}/reject")
    public Response reject(@PathParam("id") UUID id, Rejection b) {
        return edge.postOnce(s -> Answer.ok(s.billing().reject(id, b.reason())));
    }
}
