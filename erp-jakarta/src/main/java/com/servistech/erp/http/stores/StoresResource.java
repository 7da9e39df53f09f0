package com.servistech.erp.http.stores;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.StoreChange;
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

/** The shops of the chain. */
@Path("stores")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StoresResource {

    public record Draft(
            UUID issuerId,
            String code,
            String name,
            String address,
            @Maybe String phone,
            String series) {}

    public record Change(String name, String address, @Maybe String phone, boolean active) {}

    @Inject
    private Edge edge;

    @GET
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.readChain(s -> Answer.ok(s.stores().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.readChain(s -> {
            StoreCard store = s.stores().get(id);
            return Answer.ok(store, store.version());
        });
    }

    @POST
    public Response open(Draft b) {
        return edge.postChain(s -> {
            StoreCard store =
                    s.stores().open(new NewStore(b.issuerId(), b.code(), b.name(), b.address(), b.phone(), b.series()));
            return Answer.created(store, "stores", store.id(), store.version());
        });
    }

    @PUT
    @Path("{id}")
    public Response change(@PathParam("id") UUID id, Change b) {
        int version = edge.expectedVersion();
        return edge.writeChain(s -> {
            StoreCard store =
                    s.stores().change(id, version, new StoreChange(b.name(), b.address(), b.phone(), b.active()));
            return Answer.ok(store, store.version());
        });
    }
}
