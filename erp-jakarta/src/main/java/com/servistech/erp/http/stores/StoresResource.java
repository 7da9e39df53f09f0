package com.servistech.erp.http.stores;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.StoreChange;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The shops of the chain. */
@Path("stores")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StoresResource {

    @Schema(example = """
            {"issuerId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "code": "BQM-01", "name": "ServisTech Barquisimeto",
             "address": "Av. Lara, Barquisimeto", "phone": "+582512540001", "series": "D"}""")
    public record StoreDraft(
            UUID issuerId,
            String code,
            String name,
            String address,
            @Maybe String phone,
            String series) {
        NewStore input() {
            return new NewStore(issuerId, code, name, address, phone, series);
        }
    }

    @Schema(example = """
            {"name": "ServisTech Chacao", "address": "Av. Francisco de Miranda, Chacao, Caracas", "active": true}""")
    public record StoreDetails(
            String name, String address, @Maybe String phone, boolean active) {
        StoreChange input() {
            return new StoreChange(name, address, phone, active);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.STORES_READ)
    @ChainWide
    @Operation(summary = "Stores, by code")
    @PageOf(StoreCard.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.stores().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.STORES_READ)
    @ChainWide
    @Operation(summary = "One store with its issuer")
    @APIResponseSchema(StoreCard.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.stores().get(id)));
    }

    @POST
    @Needs(Permission.STORES_WRITE)
    @ChainWide
    @Operation(summary = "Opens a store")
    @RequestBodySchema(StoreDraft.class)
    @APIResponseSchema(value = StoreCard.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`stores.taken`")
    public Response open(Body body) {
        return edge.post(s -> {
            StoreCard store = s.stores().open(body.as(StoreDraft.class).input());
            return Answer.created(store, "stores", store.id(), store.version());
        });
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.STORES_WRITE)
    @ChainWide
    @Operation(summary = "Changes a store's card; its code, issuer and series stay")
    @RequestBodySchema(StoreDetails.class)
    @APIResponseSchema(StoreCard.class)
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            StoreDetails details = body.as(StoreDetails.class, () -> s.stores().get(id));
            return shown(s.stores().change(id, edge.expectedVersion(), details.input()));
        });
    }

    private static Answer shown(StoreCard store) {
        return Answer.ok(store, store.version());
    }
}
