package com.servistech.erp.http.inventory;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartQuery;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.inventory.PartView;
import com.servistech.erp.money.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The chain's catalogue of parts, and a store's stock of each. */
@Path("parts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartsResource {

    public record Draft(
            String sku,
            String name,
            PartType type,
            Money cost,
            @Maybe Money shipping,
            @Maybe Money operational,
            Money price,
            @Maybe Integer minimumStock) {
        NewPart input() {
            return new NewPart(sku, name, type, cost, shipping, operational, price, minimumStock);
        }
    }

    @Inject
    private Edge edge;

    @GET
    public Response list(
            @QueryParam("q") String text,
            @QueryParam("type") String type,
            @QueryParam("updatedSince") String updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PartQuery query = new PartQuery(
                text,
                Query.value("type", PartType.class, type),
                Query.instant("updatedSince", updatedSince),
                Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.inventory().parts(query)));
    }

    @POST
    public Response enter(Draft body) {
        return edge.post(s -> {
            PartView part = s.inventory().enterPart(body.input());
            return Answer.created(part, "parts", part.id(), part.version());
        });
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> {
            PartView part = s.inventory().part(id);
            return Answer.ok(part, part.version());
        });
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") UUID id, Draft body) {
        int version = edge.expectedVersion();
        return edge.write(s -> {
            PartView part = s.inventory().updatePart(id, version, body.input());
            return Answer.ok(part, part.version());
        });
    }

    @GET
    @Path("{id}/stock")
    public Response stock(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.inventory().stock(id)));
    }
}
