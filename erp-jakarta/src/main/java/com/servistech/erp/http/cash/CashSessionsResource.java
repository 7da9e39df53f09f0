package com.servistech.erp.http.cash;

import com.servistech.erp.cash.CashSessionView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
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
import java.util.UUID;

/** Registers from their float to their count. */
@Path("cash-sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CashSessionsResource {

    public record Opening(String register, Money openingUsd, Money openingVes) {}

    public record Count(
            Money countedUsd, Money countedVes, @Maybe String reason) {}

    @Inject
    private Edge edge;

    @GET
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.cash().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("current")
    public Response current() {
        return edge.read(s -> Answer.ok(s.cash().current()));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> {
            CashSessionView session = s.cash().get(id);
            return Answer.ok(session, session.version());
        });
    }

    @POST
    public Response open(Opening b) {
        return edge.postOnce(s -> {
            CashSessionView session = s.cash().open(b.register(), b.openingUsd(), b.openingVes());
            return Answer.created(session, "cash-sessions", session.id(), session.version());
        });
    }

    @POST
    @Path("{id}/close")
    public Response close(@PathParam("id") UUID id, Count b) {
        return edge.postOnce(s -> Answer.ok(s.cash().close(id, b.countedUsd(), b.countedVes(), b.reason())));
    }
}
