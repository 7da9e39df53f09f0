package com.servistech.erp.http.catalogue;

import com.servistech.erp.catalogue.Category;
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

/** The chain's categories of parts. */
@Path("part-categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PartCategoriesResource {

    @Schema(example = """
            {"name": "Pantallas"}""")
    public record CategoryDraft(String name) {}

    @Schema(example = """
            {"name": "Pantallas", "active": false}""")
    public record CategoryChange(String name, @Maybe Boolean active) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Categories of parts, by name")
    @PageOf(Category.class)
    public Response list(
            @QueryParam("active") Boolean active,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.catalogue().categories(active, Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Adds a category of parts")
    @RequestBodySchema(CategoryDraft.class)
    @APIResponseSchema(value = Category.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`catalogue.category-taken`")
    public Response add(Body body) {
        return edge.post(s -> {
            Category category =
                    s.catalogue().addCategory(body.as(CategoryDraft.class).name());
            return Answer.created(category, "part-categories", category.id(), category.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "One category")
    @APIResponseSchema(Category.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.catalogue().category(id)));
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.PARTS_WRITE)
    @Operation(summary = "Renames a category or lays it aside; what refers to it stays and is found by the new name")
    @RequestBodySchema(CategoryChange.class)
    @APIResponseSchema(Category.class)
    @APIResponse(responseCode = "409", description = "`catalogue.category-taken`")
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            CategoryChange changed =
                    body.as(CategoryChange.class, () -> s.catalogue().category(id));
            return shown(s.catalogue()
                    .changeCategory(
                            id, edge.expectedVersion(), changed.name(), !Boolean.FALSE.equals(changed.active())));
        });
    }

    private static Answer shown(Category category) {
        return Answer.ok(category, category.version());
    }
}
