package com.servistech.erp.http.catalogue;

import com.servistech.erp.catalogue.DeviceModel;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Models of devices, by brand and name")
    @PageOf(DeviceModel.class)
    public Response list(
            @QueryParam("brand") String brand,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.catalogue().models(brand, Edge.page(limit, cursor))));
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
            return Answer.created(s.catalogue().addModel(draft.brand(), draft.name()));
        });
    }
}
