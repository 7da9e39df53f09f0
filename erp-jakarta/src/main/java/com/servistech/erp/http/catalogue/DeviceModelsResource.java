package com.servistech.erp.http.catalogue;

import com.servistech.erp.catalogue.DeviceModel;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
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

/** Models of devices that the chain repairs. */
@Path("device-models")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeviceModelsResource {

    @Schema(example = """
            {"brand": "Samsung", "name": "Galaxy A54"}""")
    public record DeviceModelDraft(String brand, String name) {}

    @Schema(example = """
            {"brand": "Samsung", "name": "Galaxy A54 5G"}""")
    public record DeviceModelChange(
            String brand, String name, @Maybe Boolean active) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Models of devices, by brand and name")
    @PageOf(DeviceModel.class)
    public Response list(
            @QueryParam("brand") String brand,
            @QueryParam("active") Boolean active,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.catalogue().models(brand, active, Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Adds a model of a device")
    @RequestBodySchema(DeviceModelDraft.class)
    @APIResponseSchema(value = DeviceModel.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`catalogue.model-taken`")
    public Response add(Body body) {
        return edge.post(s -> {
            DeviceModelDraft draft = body.as(DeviceModelDraft.class);
            DeviceModel model = s.catalogue().addModel(draft.brand(), draft.name());
            return Answer.created(model, "device-models", model.id(), model.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "One model")
    @APIResponseSchema(DeviceModel.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.catalogue().deviceModel(id)));
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Renames a model or lays it aside; what refers to it stays and is found by the new name")
    @RequestBodySchema(DeviceModelChange.class)
    @APIResponseSchema(DeviceModel.class)
    @APIResponse(responseCode = "409", description = "`catalogue.model-taken`")
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            DeviceModelChange changed =
                    body.as(DeviceModelChange.class, () -> s.catalogue().deviceModel(id));
            return shown(s.catalogue()
                    .changeModel(
                            id,
                            edge.expectedVersion(),
                            changed.brand(),
                            changed.name(),
                            !Boolean.FALSE.equals(changed.active())));
        });
    }

    private static Answer shown(DeviceModel model) {
        return Answer.ok(model, model.version());
    }
}
