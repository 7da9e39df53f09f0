package com.servistech.erp.http.inventory;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.inventory.MovementView;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartQuery;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.inventory.PartView;
import com.servistech.erp.inventory.PriceView;
import com.servistech.erp.inventory.StockView;
import com.servistech.erp.money.Money;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The chain's catalogue of parts, and a store's stock of each. */
@Path("parts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PartsResource {

    @Schema(example = """
            {"sku": "PAN-A54", "name": "Pantalla Galaxy A54", "type": "PART",
             "cost": {"amount": "38.00", "currency": "USD"}, "shipping": {"amount": "2.50", "currency": "USD"},
             "warrantyPercent": "10", "price": {"amount": "75.00", "currency": "USD"}, "minimumStock": 3}""")
    public record PartDraft(
            String sku,
            String name,
            PartType type,
            @Maybe UUID categoryId,
            @Maybe List<UUID> modelIds,
            Money cost,
            @Maybe Money shipping,
            @Maybe Money operational,
            @Maybe BigDecimal warrantyPercent,
            Money price,
            @Maybe Integer minimumStock,
            @Maybe Boolean active) {
        NewPart input() {
            return new NewPart(
                    sku,
                    name,
                    type,
                    categoryId,
                    modelIds,
                    cost,
                    shipping,
                    operational,
                    warrantyPercent,
                    price,
                    minimumStock,
                    active);
        }
    }

    @Schema(example = """
            {"price": {"amount": "82.00", "currency": "USD"}, "reason": "Sube el costo"}""")
    public record PriceDraft(
            Money price, @Maybe LocalDate validFrom, @Maybe String reason) {}

    @Schema(example = """
            {"minimumStock": 5}""")
    public record MinimumDraft(@Maybe Integer minimumStock) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Parts, by SKU, with what the store has of them")
    @PageOf(PartView.class)
    public Response list(
            @QueryParam("q") String text,
            @QueryParam("type") PartType type,
            @QueryParam("categoryId") UUID categoryId,
            @QueryParam("modelId") UUID modelId,
            @QueryParam("active") Boolean active,
            @QueryParam("updatedSince") Instant updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PartQuery query =
                new PartQuery(text, type, categoryId, modelId, active, updatedSince, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.inventory().parts(query)));
    }

    @POST
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Enters a part into the catalogue")
    @RequestBodySchema(PartDraft.class)
    @APIResponseSchema(value = PartView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`inventory.sku-taken`")
    public Response enter(Body body) {
        return edge.post(s -> {
            PartView part = s.inventory().enterPart(body.as(PartDraft.class).input());
            return Answer.created(part, "parts", part.id(), part.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "One part, with what the store has of it")
    @APIResponseSchema(PartView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.inventory().part(id)));
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Puts a part's card right")
    @RequestBodySchema(PartDraft.class)
    @APIResponseSchema(PartView.class)
    @APIResponse(responseCode = "409", description = "`inventory.sku-taken`")
    public Response update(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            PartDraft draft = body.as(PartDraft.class, () -> s.inventory().part(id));
            return shown(s.inventory().updatePart(id, edge.expectedVersion(), draft.input()));
        });
    }

    @GET
    @Path("{id}/stock")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "What the store has of a part")
    @APIResponseSchema(StockView.class)
    public Response stock(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.inventory().stock(id)));
    }

    @GET
    @Path("{id}/movements")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Everything that came and went of a part in the store, newest first")
    @PageOf(MovementView.class)
    public Response movements(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> {
            s.inventory().part(id);
            return Answer.ok(s.inventory().movements(id, Edge.page(limit, cursor)));
        });
    }

    @POST
    @Path("{id}/minimum")
    @Needs(Permission.STOCK_MOVE)
    @Operation(summary = "Says below which number this store orders a part; none for what the catalogue says")
    @RequestBodySchema(MinimumDraft.class)
    @APIResponseSchema(value = StockView.class, responseCode = "200")
    public Response minimum(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            MinimumDraft draft = body.as(MinimumDraft.class, () -> s.inventory().part(id));
            return Answer.ok(s.inventory().setMinimum(id, draft.minimumStock()));
        });
    }

    @GET
    @Path("{id}/prices")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "What a part sold for since when and will sell for, newest day first")
    @PageOf(PriceView.class)
    public Response prices(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.inventory().prices(id, Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}/price")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "The price of a part on a day; today's without one")
    @APIResponseSchema(PriceView.class)
    public Response price(@PathParam("id") UUID id, @QueryParam("day") LocalDate day) {
        return edge.read(s -> Answer.ok(s.inventory().priceOn(id, day == null ? s.today() : day)));
    }

    @POST
    @Path("{id}/prices")
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Gives a part another price from today or a later day on")
    @RequestBodySchema(PriceDraft.class)
    @APIResponseSchema(value = PriceView.class, responseCode = "201")
    public Response setPrice(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PriceDraft draft = body.as(PriceDraft.class, () -> s.inventory().part(id));
            return Answer.created(s.inventory().setPrice(id, draft.price(), draft.validFrom(), draft.reason()));
        });
    }

    private static Answer shown(PartView part) {
        return Answer.ok(part, part.version());
    }
}
