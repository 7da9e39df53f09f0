package com.servistech.erp.http.services;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.NewService;
import com.servistech.erp.services.ServicePriceView;
import com.servistech.erp.services.ServiceQuery;
import com.servistech.erp.services.ServiceView;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The chain's catalogue of services. */
@Path("services")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {

    /** So many of a part. */
    public record UsualPieces(UUID partId, int quantity) {}

    @Schema(example = """
            {"code": "CAMBIO-PAN", "name": "Cambio de pantalla", "price": {"amount": "25.00", "currency": "USD"},
             "minutes": 60, "warrantyDays": 90}""")
    public record ServiceDraft(
            String code,
            String name,
            @Maybe UUID modelId,
            Money price,
            int minutes,
            int warrantyDays,
            @Maybe List<UsualPieces> parts,
            @Maybe Boolean active) {
        NewService input() {
            List<NewService.UsualPart> usual = parts == null
                    ? null
                    : parts.stream()
                            .map(part -> new NewService.UsualPart(part.partId(), part.quantity()))
                            .toList();
            return new NewService(code, name, modelId, price, minutes, warrantyDays, usual, active);
        }
    }

    @Schema(example = """
            {"price": {"amount": "28.00", "currency": "USD"}, "reason": "Sube el costo"}""")
    public record ServicePriceDraft(
            Money price, @Maybe LocalDate validFrom, @Maybe String reason) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Services, by code, with the prices of a day")
    @PageOf(ServiceView.class)
    public Response list(
            @QueryParam("q") String text,
            @QueryParam("modelId") UUID modelId,
            @QueryParam("active") Boolean active,
            @QueryParam("day") LocalDate day,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        ServiceQuery query = new ServiceQuery(text, modelId, active, day, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.services().list(query)));
    }

    @POST
    @Needs(Permission.SERVICES_WRITE)
    @Operation(summary = "Enters a service into the catalogue")
    @RequestBodySchema(ServiceDraft.class)
    @APIResponseSchema(value = ServiceView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`services.code-taken`")
    public Response enter(Body body) {
        return edge.post(s -> {
            ServiceView service = s.services().enter(body.as(ServiceDraft.class).input());
            return Answer.created(service, "services", service.id(), service.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "One service, with today's price")
    @APIResponseSchema(ServiceView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.services().get(id)));
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.SERVICES_WRITE)
    @Operation(summary = "Puts a service's card right; another price begins today")
    @RequestBodySchema(ServiceDraft.class)
    @APIResponseSchema(ServiceView.class)
    @APIResponse(responseCode = "409", description = "`services.code-taken`")
    public Response update(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            ServiceDraft draft = body.as(ServiceDraft.class, () -> s.services().get(id));
            return shown(s.services().update(id, edge.expectedVersion(), draft.input()));
        });
    }

    @GET
    @Path("{id}/prices")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "What a service cost since when and will cost, newest day first")
    @PageOf(ServicePriceView.class)
    public Response prices(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.services().prices(id, Edge.page(limit, cursor))));
    }

    @POST
    @Path("{id}/prices")
    @Needs(Permission.SERVICES_WRITE)
    @Operation(summary = "Gives a service another price from today or a later day on")
    @RequestBodySchema(ServicePriceDraft.class)
    @APIResponseSchema(value = ServicePriceView.class, responseCode = "201")
    public Response price(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            ServicePriceDraft draft =
                    body.as(ServicePriceDraft.class, () -> s.services().get(id));
            return Answer.created(s.services().price(id, draft.price(), draft.validFrom(), draft.reason()));
        });
    }

    private static Answer shown(ServiceView service) {
        return Answer.ok(service, service.version());
    }
}
